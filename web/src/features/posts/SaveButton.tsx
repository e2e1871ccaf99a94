import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import type { Post } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { SavedDialog } from './SavedDialog';
import { useSavePost } from './useSavePost';
import { useUnsavePost } from './useUnsavePost';

interface SaveButtonProps {
  post: Post;
  buttonRef?: RefObject<HTMLButtonElement | null> | undefined;
}

/** Keeps a post for oneself with one press; where and why can be said afterwards. */
export function SaveButton({ post, buttonRef }: SaveButtonProps) {
  const { t } = useTranslation();
  const save = useSavePost();
  const unsave = useUnsavePost();
  const [filing, setFiling] = useState(false);
  const { saved } = post.mine;

  function press() {
    if (save.isPending || unsave.isPending) return;
    if (saved) {
      unsave.mutate(post.id, {
        onSuccess: ({ folder, note }) =>
          showToast(t('saved.gone'), {
            seconds: 10,
            action: {
              label: t('common.undo'),
              run: () => save.mutate({ id: post.id, folder, note }, { onError: () => showToast(t('saved.failed'), { urgent: true }) }),
            },
          }),
        onError: () => showToast(t('saved.unsaveFailed'), { urgent: true }),
      });
      return;
    }
    save.mutate(
      { id: post.id },
      {
        onSuccess: () => showToast(t('saved.savedNow'), { action: { label: t('saved.folderAndNote'), run: () => setFiling(true) } }),
        onError: () => showToast(t('saved.failed'), { urgent: true }),
      },
    );
  }

  return (
    <>
      <Button ref={buttonRef} kind="plain" honey={saved} aria-pressed={saved} onClick={press}>
        <Icon name="saved" />
        {t(saved ? 'saved.saved' : 'saved.save')}
      </Button>
      <SavedDialog postId={post.id} opened={filing} onClose={() => setFiling(false)} />
    </>
  );
}

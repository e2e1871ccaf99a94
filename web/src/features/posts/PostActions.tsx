import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type RefObject, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink, IconButton } from '../../components/Button';
import { GuardNote } from '../../components/GuardNote';
import { Icon } from '../../components/Icon';
import { findingsOf, withoutWords } from '../../lib/api/guard';
import type { Post, ReactionKind } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { showToast } from '../../lib/toasts';
import { useThreadChoice } from '../../lib/useThreadChoice';
import { thanksKinds } from './recognition';
import { SaveButton } from './SaveButton';
import { ThanksRow } from './ThanksRow';
import { useDeletePost } from './useDeletePost';
import { useRemovePreview } from './useRemovePreview';
import { useThank } from './useThank';
import styles from './PostActions.module.css';

const ReportDialog = lazy(() => import('./ReportDialog'));

const pressed = {
  helped: 'thanks.helpedOn',
  taught: 'thanks.taughtOn',
  inspired: 'thanks.inspiredOn',
  tried: 'thanks.triedOn',
  like: 'thanks.likeOn',
} as const satisfies Record<ReactionKind, string>;

interface PostActionsProps {
  post: Post;
  /** Goes to the thread when absent. */
  onReply?: (() => void) | undefined;
  thankRef?: RefObject<HTMLButtonElement | null>;
  saveRef?: RefObject<HTMLButtonElement | null>;
  small?: boolean;
  /** On the page of the post itself the number of replies stands below. */
  lead?: boolean;
  onDeleted?: () => void;
  onEdit: () => void;
  extra?: React.ReactNode;
}

export function PostActions({ post, onReply, thankRef, saveRef, small = false, lead = false, onDeleted, onEdit, extra }: PostActionsProps) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const thank = useThank(me);
  const [thanking, setThanking] = useState(false);
  const said = thanksKinds.find((kind) => post.mine.reactions.includes(kind));

  const sent = thank.variables;
  const findings = findingsOf(thank.error, { body: sent?.note });

  function give(thanks: Parameters<typeof thank.mutate>[0]) {
    thank.mutate(thanks, {
      onError: (error) => {
        if (findingsOf(error, { body: thanks.note }).length === 0) showToast(t('thanks.failed'), { urgent: true });
      },
    });
  }

  function close() {
    setThanking(false);
    requestAnimationFrame(() => thankRef?.current?.focus());
  }

  if (thanking) {
    return (
      <ThanksRow
        post={post}
        onClose={close}
        onThank={(kind, on, note) => give({ post, kind, on, note })}
      />
    );
  }
  const replies = post.commentCount > 0 && !lead && post.inReplyTo === null;
  const reply = replies ? t('post.replies', { count: post.commentCount }) : t('post.reply');
  const guarded = sent?.note !== undefined && findings.length > 0 && (
    <GuardNote
      findings={findings}
      onTakeOut={() => give({ ...sent, note: withoutWords(sent.note ?? '', findings).trim() || undefined })}
      onHarmless={(rules) => give({ ...sent, acknowledged: [...(sent.acknowledged ?? []), ...rules] })}
    />
  );
  return (
    <div className={styles.acts}>
      {guarded}
      {post.author.id !== me.id && (
        <Button ref={thankRef} kind="plain" small={small} honey={said !== undefined} aria-expanded={false} onClick={() => setThanking(true)}>
          <Icon name={said ?? 'thank'} />
          {said === undefined ? t('thanks.thank') : t(pressed[said])}
        </Button>
      )}
      {onReply === undefined ? (
        <ButtonLink kind="plain" small={small} to="/posts/$postId" params={{ postId: post.id }} hash={replies ? undefined : 'reply'}>
          <Icon name="reply" flip />
          {reply}
        </ButtonLink>
      ) : (
        <Button kind="plain" small={small} onClick={onReply}>
          <Icon name="reply" flip />
          {reply}
        </Button>
      )}
      {post.inReplyTo === null && <SaveButton post={post} buttonRef={saveRef} />}
      {extra}
      <More post={post} mine={post.author.id === me.id} onDeleted={onDeleted} onEdit={onEdit} />
    </div>
  );
}

interface MoreProps {
  post: Post;
  mine: boolean;
  onDeleted: (() => void) | undefined;
  onEdit: () => void;
}

function More({ post, mine, onDeleted, onEdit }: MoreProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeletePost();
  const thread = useThreadChoice();
  const preview = useRemovePreview();
  const [reporting, setReporting] = useState(false);
  // The form that opens has the focus then, and the menu must not take it back
  const [editing, setEditing] = useState(false);
  const isComment = post.inReplyTo !== null;
  const address = isComment ? `/posts/${post.rootId}#reply-${post.id}` : `/posts/${post.id}`;

  function choose(act: 'follow' | 'mute', on: boolean, said: string) {
    thread.mutate(
      { id: post.id, act, on },
      { onSuccess: () => showToast(said), onError: () => showToast(t('thread.choiceFailed'), { urgent: true }) },
    );
  }

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.origin + address);
    showToast(t('post.linkCopied'));
  }

  return (
    <>
      <Menu width={210} returnFocus={!editing} onOpen={() => setEditing(false)}>
        <Menu.Target>
          <IconButton className={styles.more} aria-label={t('post.more')}>
            <Icon name="more" />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {!isComment && (
            <Menu.Item
              leftSection={<Icon name="right" flip />}
              onClick={() => void navigate({ to: '/posts/$postId', params: { postId: post.id } })}
            >
              {t('post.open')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<Icon name="share" />}
            onClick={() => void navigate({ to: '/posts/$postId/share', params: { postId: post.id } })}
          >
            {t('share.act')}
          </Menu.Item>
          {!isComment && post.community !== null && (
            <Menu.Item
              leftSection={<Icon name="saved" />}
              onClick={() =>
                void navigate({
                  to: '/communities/$slug/library/new',
                  params: { slug: post.community?.slug ?? '' },
                  search: { post: post.id },
                })
              }
            >
              {t('library.keepPost')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="link" />} onClick={() => void copyLink()}>
            {t('post.copyLink')}
          </Menu.Item>
          {!isComment && <ThreadChoices post={post} mine={mine} onChoose={choose} />}
          {mine && (
            <Menu.Item
              leftSection={<Icon name="write" />}
              onClick={() => {
                setEditing(true);
                onEdit();
              }}
            >
              {t('post.edit')}
            </Menu.Item>
          )}
          {mine && post.preview !== null && (
            <Menu.Item
              leftSection={<Icon name="link" />}
              onClick={() => preview.mutate(post, { onError: () => showToast(t('post.previewFailed'), { urgent: true }) })}
            >
              {t('post.removePreview')}
            </Menu.Item>
          )}
          {mine && (
            <Menu.Item
              leftSection={<Icon name="close" />}
              onClick={() => {
                remove(post);
                onDeleted?.();
              }}
            >
              {t('post.delete')}
            </Menu.Item>
          )}
          {!mine && (
            <Menu.Item leftSection={<Icon name="flag" />} onClick={() => setReporting(true)}>
              {t('report.act')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {reporting && (
        <Suspense>
          <ReportDialog post={post} opened onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </>
  );
}

interface ThreadChoicesProps {
  post: Post;
  mine: boolean;
  onChoose: (act: 'follow' | 'mute', on: boolean, said: string) => void;
}

/** Authors hear of their threads anyway: they have only the way to hear nothing. */
function ThreadChoices({ post, mine, onChoose }: ThreadChoicesProps) {
  const { t } = useTranslation();
  const { followed, muted } = post.mine;
  return (
    <>
      {!mine && (
        <Menu.Item
          leftSection={<Icon name="bell" />}
          onClick={() => onChoose('follow', !followed, t(followed ? 'thread.unfollowed' : 'thread.followed'))}
        >
          {t(followed ? 'thread.unfollow' : 'thread.follow')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Icon name="mute" />}
        onClick={() => onChoose('mute', !muted, t(muted ? 'thread.unmuted' : 'thread.muted'))}
      >
        {t(muted ? 'thread.unmute' : 'thread.mute')}
      </Menu.Item>
    </>
  );
}

import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../components/States';
import { mayWrite } from '../../features/communities/rights';
import { useMyCommunities } from '../../features/communities/useMyCommunities';
import { ShareForm } from '../../features/composer/ShareForm';
import { Quote } from '../../features/posts/Quote';
import { usePost } from '../../features/posts/usePost';
import { showToast } from '../../lib/toasts';
import { Page } from '../Page';

/** Passing a post on, with nothing around it. */
export function SharePage() {
  const { t } = useTranslation();
  const { postId } = useParams({ from: '/inside/posts/$postId/share' });
  const post = usePost(postId);
  const communities = useMyCommunities().filter(mayWrite);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();

  function leave() {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/posts/$postId', params: { postId } });
  }

  return (
    <Page title={t('share.title')} fullScreen>
      {post.data === undefined ? (
        <div className="sheet">
          {post.isError ? (
            <Failed error={post.error} retry={() => void post.refetch()} />
          ) : (
            <Skeleton label={t('feed.loading')} rows={1} />
          )}
        </div>
      ) : (
        <ShareForm
          post={post.data}
          quote={<Quote post={post.data} />}
          communities={communities}
          onClose={leave}
          onShared={(shared) => {
            leave();
            showToast(t('composer.posted'), {
              action: { label: t('composer.see'), run: () => void navigate({ to: '/posts/$postId', params: { postId: shared.id } }) },
            });
          }}
        />
      )}
    </Page>
  );
}

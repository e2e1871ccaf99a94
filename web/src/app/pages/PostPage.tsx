import { Navigate, useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Empty, Failed, Skeleton } from '../../components/States';
import { PostArticle } from '../../features/posts/PostArticle';
import { ThreadAside } from '../../features/posts/ThreadAside';
import { usePost } from '../../features/posts/usePost';
import { useHere } from '../../lib/live/gone';
import { Page } from '../Page';
import styles from './PostPage.module.css';
import { nameOf } from '../../lib/excerpt';

export function PostPage() {
  const { t } = useTranslation();
  const { postId } = useParams({ from: '/inside/posts/$postId' });
  const post = usePost(postId);
  const navigate = useNavigate();
  const here = useHere();

  if (post.data !== undefined) {
    const { rootId } = post.data;
    // A comment has its place in its thread
    if (rootId !== postId) {
      return <Navigate to="/posts/$postId" params={{ postId: rootId }} hash={`reply-${postId}`} replace />;
    }
  }
  const isHere = post.data !== undefined && here(post.data);
  return (
    <Page
      title={isHere ? nameOf(post.data) : t('thread.title')}
      asideLabel={t('thread.about')}
      aside={isHere && <ThreadAside root={post.data} />}
    >
      <Back />
      {isHere ? (
        <PostArticle post={post.data} onDeleted={() => void navigate({ to: '/' })} />
      ) : (
        <div className="sheet">
          {post.data !== undefined ? (
            <div role="status">
              <Empty title={t('thread.gone')}>{t('thread.goneText')}</Empty>
            </div>
          ) : post.isError ? (
            <Failed error={post.error} retry={() => void post.refetch()} />
          ) : (
            <Skeleton label={t('feed.loading')} rows={1} />
          )}
        </div>
      )}
    </Page>
  );
}

function Back() {
  const { t } = useTranslation();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();
  return (
    <nav className={styles.back} aria-label={t('common.back')}>
      <Button kind="plain" onClick={() => (canGoBack ? router.history.back() : void navigate({ to: '/' }))}>
        <Icon name="left" flip />
        {canGoBack ? t('common.back') : t('places.home')}
      </Button>
    </nav>
  );
}

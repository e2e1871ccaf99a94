import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Failed, Skeleton } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import type { Post } from '../../lib/api/types';
import { Comment } from './Comment';
import { useLeaving } from './deletion';
import { ReplyBox } from './ReplyBox';
import { branchesOf } from './thread';
import { useThread } from './useThread';
import styles from './Thread.module.css';

/** What people answered, oldest first, and the box to answer in. */
export function Thread({ root }: { root: Post }) {
  const { t } = useTranslation();
  const thread = useThread(root.id);
  const leaving = useLeaving();
  const [answering, setAnswering] = useState<Post | null>(null);
  const comments = itemsOf<Post>(thread.data).filter(({ id }) => !leaving.has(id));
  const branches = branchesOf(comments, root.id);
  const shown = (comment: Post) => ({ root, comment, onReply: () => setAnswering(comment) });

  return (
    <>
      <section className={styles.thread} aria-labelledby="replies">
        <h2 id="replies">{root.commentCount === 0 ? t('thread.replies') : t('post.replies', { count: root.commentCount })}</h2>
        {root.mine.muted && <p className="muted">{t('thread.muted')}</p>}
        {root.mine.followed && <p className="muted">{t('thread.followed')}</p>}
        {thread.isPending && <Skeleton label={t('thread.loading')} rows={2} />}
        {thread.isError && thread.data === undefined && <Failed error={thread.error} retry={() => void thread.refetch()} />}
        {thread.isSuccess && comments.length === 0 && <p className="muted">{t('thread.none')}</p>}
        <ol>
          {branches.map(({ comment, replies }) => (
            <Comment key={comment.id} {...shown(comment)}>
              {replies.length > 0 && (
                <ol className={styles.replies}>
                  {replies.map((reply) => (
                    <Comment key={reply.comment.id} {...shown(reply.comment)} to={reply.to} />
                  ))}
                </ol>
              )}
            </Comment>
          ))}
        </ol>
        {thread.hasNextPage && (
          <Button kind="plain" onClick={() => void thread.fetchNextPage()}>
            {t('thread.more')}
          </Button>
        )}
      </section>
      <ReplyBox root={root} answering={answering} onAnswered={() => setAnswering(null)} />
    </>
  );
}

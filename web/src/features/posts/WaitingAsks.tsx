import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Glyph } from '../../components/Icon';
import type { Post } from '../../lib/api/types';
import { duration } from '../../lib/dates';
import { nameOf } from '../../lib/excerpt';
import { useClock } from '../../lib/useClock';
import { useHere } from '../../lib/live/gone';
import { useWaitingAsks } from './useWaitingAsks';
import styles from './Aside.module.css';

/** Up to two open asks from the reader's own feed; nothing at all when nobody waits. */
export function WaitingAsks({ me }: { me: string }) {
  const { t } = useTranslation();
  const clock = useClock();
  const { data } = useWaitingAsks();
  const here = useHere();
  const asks = (data?.items ?? []).filter((post) => here(post) && post.author.id !== me && post.waitingSince !== null).slice(0, 2);
  if (asks.length === 0) return null;

  function why(post: Post): string {
    const time = duration(post.waitingSince ?? post.createdAt, clock.now, clock);
    return post.community === null
      ? t('home.waits', { name: post.author.displayName, time })
      : t('home.waitsIn', { name: post.author.displayName, community: post.community.name, time });
  }

  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('home.waiting')}</h2>
      {asks.map((post) => (
        <div key={post.id} className={styles.ask}>
          <Glyph name="stuck" />
          <div>
            <Link to="/posts/$postId" params={{ postId: post.id }} dir="auto">
              {nameOf({ ...post, body: post.need ?? post.body })}
            </Link>
            <p>{why(post)}</p>
          </div>
        </div>
      ))}
    </section>
  );
}

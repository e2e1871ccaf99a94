import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon';
import type { Post, ReactionKind } from '../../lib/api/types';
import { firstName } from '../../lib/names';
import { thanksKinds } from './recognition';
import styles from './Heard.module.css';

const words = {
  helped: 'thanks.heardHelped',
  taught: 'thanks.heardTaught',
  inspired: 'thanks.heardInspired',
  tried: 'thanks.heardTried',
  like: 'thanks.heardLike',
} as const satisfies Record<ReactionKind, string>;

function peopleIn(post: Post, kind: ReactionKind, count: number, me: string, t: TFunction): string {
  const first = post.thanks[kind]?.[0];
  if (first === undefined) return String(count);
  const name = first.id === me ? t('common.you') : firstName(first.displayName);
  return count <= 1 ? name : t('thanks.andOthers', { name, count: count - 1 });
}

/** Who it helped, taught, inspired, who tried it: by name first, never as a score. */
export function Heard({ post, me }: { post: Post; me: string }) {
  const { t } = useTranslation();
  const kinds = thanksKinds.filter((kind) => (post.reactions[kind] ?? 0) > 0);
  if (kinds.length === 0) return null;
  return (
    <ul className={styles.heard} aria-label={t('thanks.list')}>
      {kinds.map((kind) => (
        <li key={kind} title={post.thanks[kind]?.map(({ displayName }) => displayName).join(', ')}>
          <Icon name={kind} />
          <span dir="auto">{t(words[kind], { people: peopleIn(post, kind, post.reactions[kind] ?? 0, me, t) })}</span>
        </li>
      ))}
    </ul>
  );
}

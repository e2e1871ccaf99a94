import { colourOf, initials } from '../lib/names';
import styles from './Avatar.module.css';

type Size = 'xs' | 's' | 'm' | 'l' | 'xl';

interface AvatarProps {
  person: { id: string; displayName: string; avatar?: string | null };
  size?: Size;
}

function classes(shape: string | undefined, size: Size, id: string): string {
  return [shape, styles[size], styles[`c${colourOf(id)}`]].join(' ');
}

const pixels = { xs: 24, s: 28, m: 40, l: 56, xl: 88 } as const satisfies Record<Size, number>;

/** Pictures put up here come in two sizes; the browser takes the one it needs. */
function sourcesOf(avatar: string): string | undefined {
  return avatar.includes('/photo?v=') ? `${avatar}&size=64 64w, ${avatar}&size=256 256w` : undefined;
}

/** A person, round. Decoration: the name always stands beside it. */
export function Avatar({ person, size = 'm' }: AvatarProps) {
  if (person.avatar) {
    const sizes = `${pixels[size]}px`;
    return (
      <img className={classes(styles.person, size, person.id)} src={person.avatar} srcSet={sourcesOf(person.avatar)} sizes={sizes} alt="" loading="lazy" />
    );
  }
  return (
    <span className={classes(styles.person, size, person.id)} aria-hidden="true">
      {initials(person.displayName)}
    </span>
  );
}

interface MarkProps {
  community: { id: string; name: string };
  size?: Size;
}

/** A community, square with soft corners. */
export function Mark({ community, size = 'm' }: MarkProps) {
  return (
    <span className={classes(styles.community, size, community.id)} aria-hidden="true">
      {initials(community.name.replace(/[^\p{L}\p{N}\s]/gu, ' ')).toUpperCase()}
    </span>
  );
}

/** People in a row, overlapping. */
export function AvatarStack({ people }: { people: AvatarProps['person'][] }) {
  return (
    <span className={styles.stack} aria-hidden="true">
      {people.map((person) => (
        <Avatar key={person.id} person={person} size="s" />
      ))}
    </span>
  );
}

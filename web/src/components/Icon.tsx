import sprite from './icons.svg?raw';
import styles from './Icon.module.css';

/** All drawings once in the page; icons and glyphs point into it. */
export function Sprite() {
  return <div hidden dangerouslySetInnerHTML={{ __html: sprite }} />;
}

interface IconProps {
  name: string;
  size?: 's' | 'm' | 'l';
  /** Turned around where text runs from right to left. */
  flip?: boolean;
  className?: string | undefined;
}

/** A drawing beside a word; readers hear the word. */
export function Icon({ name, size = 'm', flip = false, className }: IconProps) {
  return (
    <svg className={[styles.icon, styles[size], flip && styles.flip, className].filter(Boolean).join(' ')} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

export type StationGlyph = 'doing' | 'learned' | 'stuck' | 'closed';

interface GlyphProps {
  name: StationGlyph | `st-${string}`;
  tone?: StationGlyph | 'muted';
  size?: 's' | 'm' | 'l';
  className?: string | undefined;
}

/** A station or stage: the shape says what it is, the colour repeats it. */
export function Glyph({ name, tone, size = 'm', className }: GlyphProps) {
  const colour = tone ?? (name as StationGlyph);
  return (
    <svg
      className={[styles.glyph, styles[size], styles[colour], name === 'stuck' && styles.flip, className].filter(Boolean).join(' ')}
      aria-hidden="true"
    >
      <use href={`#g-${name}`} />
    </svg>
  );
}

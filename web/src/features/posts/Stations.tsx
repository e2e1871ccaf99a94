import type { ReactNode } from 'react';
import { Glyph, type StationGlyph } from '../../components/Icon';
import styles from './Stations.module.css';

interface StationProps {
  glyph?: StationGlyph;
  label?: ReactNode;
  children: ReactNode;
  /** The line below leads to an answer. */
  toAnswer?: boolean;
}

/** One station of a post: shape, word, and what was said. The line runs on to the next. */
export function Station({ glyph, label, children, toAnswer = false }: StationProps) {
  return (
    <div className={[styles.station, glyph && styles[glyph], toAnswer && styles.toAnswer].filter(Boolean).join(' ')}>
      {glyph === undefined ? <span /> : <Glyph name={glyph} className={glyph === 'closed' ? styles.closing : undefined} />}
      <div>
        {label !== undefined && <div className={styles.label}>{label}</div>}
        {children}
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Stage } from '../lib/api/types';
import { Glyph } from './Icon';
import styles from './StageName.module.css';

const tones = {
  potential: 'doing',
  coalescing: 'doing',
  maturing: 'doing',
  stewardship: 'learned',
  transformation: 'learned',
  dormant: 'muted',
  closed: 'muted',
} as const satisfies Record<Stage, string>;

/** A community's stage: a ring that fills, and the word. */
export function StageName({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <span className={styles.stage}>
      <Glyph name={`st-${stage}`} tone={tones[stage]} />
      {t(`stage.${stage}`)}
    </span>
  );
}

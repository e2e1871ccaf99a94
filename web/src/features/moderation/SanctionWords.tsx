import { useTranslation } from 'react-i18next';
import { When } from '../../components/When';
import type { OwnSanction } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import styles from './Cases.module.css';

/** A warning or suspension: whether it holds, until when, why, and what was said to it. */
export function SanctionWords({ each }: { each: OwnSanction }) {
  const { t } = useTranslation();
  const clock = useClock();
  return (
    <>
      <p className={styles.state}>
        <b>{t(`sanctions.kinds.${each.kind}`)}</b> · {t(`sanctions.states.${each.state}`)} · <When at={each.at} />
      </p>
      {each.inForce && <p>{each.until === null ? t('sanctions.untilLifted') : t('sanctions.until', { when: fullWhen(each.until, clock) })}</p>}
      <p>
        {t('hidden.why')} <q dir="auto">{each.note}</q>
      </p>
      {each.appeal !== null && (
        <p>
          {t('sanctions.appealSaid')} <q dir="auto">{each.appeal}</q>
        </p>
      )}
      {each.outcome !== null && (
        <p>
          {t('hidden.outcome')} <q dir="auto">{each.outcome}</q>
        </p>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { List } from '../../components/List';
import { Empty } from '../../components/States';
import { When } from '../../components/When';
import { itemsOf } from '../../lib/api/paging';
import type { ModerationDecision } from '../../lib/api/types';
import styles from './Cases.module.css';
import { useDecisions } from './useCases';

/** Who decided what, for administrators: a record that only grows. */
export function Decisions() {
  const { t } = useTranslation();
  const query = useDecisions();
  const decisions = itemsOf<ModerationDecision>(query.data);
  return (
    <div className="sheet">
      <List
        query={query}
        loading={t('common.loading')}
        failed={t('moderation.failedList')}
        count={decisions.length}
        empty={<Empty title={t('moderation.nothingDecided')} />}
        label={t('moderation.record')}
      >
        {decisions.map(({ id, at, actor, decision, note, person }) => (
          <li key={id} className={styles.case}>
            <b dir="auto">{actor.displayName}</b>: {t(`moderation.acts.${decision}`)}
            {person !== null && <span dir="auto"> {person.displayName}</span>} · <When at={at} />
            {note !== null && (
              <p>
                <q dir="auto">{note}</q>
              </p>
            )}
          </li>
        ))}
      </List>
    </div>
  );
}

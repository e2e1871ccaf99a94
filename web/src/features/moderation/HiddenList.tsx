import { useTranslation } from 'react-i18next';
import { List } from '../../components/List';
import { Empty } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import type { HiddenPost } from '../../lib/api/types';
import { Appeal } from './Appeal';
import styles from './Cases.module.css';
import { Reported } from './Reported';
import { useAppeal, useHidden } from './useCases';

/** One's own posts that moderators hid, why, and what one may say to it. */
export function HiddenList() {
  const { t } = useTranslation();
  const query = useHidden();
  const hidden = itemsOf<HiddenPost>(query.data);
  return (
    <div className="sheet">
      <List
        query={query}
        loading={t('common.loading')}
        failed={t('moderation.failedList')}
        count={hidden.length}
        empty={<Empty title={t('hidden.none')}>{t('hidden.noneText')}</Empty>}
        label={t('hidden.title')}
      >
        {hidden.map((each) => (
          <li key={each.id} className={styles.case}>
            <p className={styles.state}>
              <b>{t(`hidden.states.${each.state}`)}</b>
            </p>
            <Reported post={each.post} />
            {each.note !== null && (
              <p>
                {t('hidden.why')} <q dir="auto">{each.note}</q>
              </p>
            )}
            {each.appeal !== null && (
              <p>
                {t('hidden.said')} <q dir="auto">{each.appeal}</q>
              </p>
            )}
            {each.outcome !== null && (
              <p>
                {t('hidden.outcome')} <q dir="auto">{each.outcome}</q>
              </p>
            )}
            {each.state === 'hidden' && <Appeal use={useAppeal} id={each.id} />}
          </li>
        ))}
      </List>
    </div>
  );
}

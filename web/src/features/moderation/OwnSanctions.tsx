import { useTranslation } from 'react-i18next';
import { itemsOf } from '../../lib/api/paging';
import type { OwnSanction } from '../../lib/api/types';
import { Appeal } from './Appeal';
import styles from './Cases.module.css';
import { SanctionWords } from './SanctionWords';
import { useAppealSanction, useOwnSanctions } from './useSanctions';

/** What moderators told or did to the reader, and what one may say to it; nothing where that never was. */
export function OwnSanctions() {
  const { t } = useTranslation();
  const sanctions = itemsOf<OwnSanction>(useOwnSanctions().data);
  if (sanctions.length === 0) return null;
  return (
    <section className={`sheet ${styles.own}`} aria-labelledby="sanctions">
      <h2 id="sanctions">{t('sanctions.own')}</h2>
      <ul>
        {sanctions.map((each) => (
          <li key={each.id} className={styles.case}>
            <SanctionWords each={each} />
            {each.state === 'standing' && <Appeal use={useAppealSanction} id={each.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

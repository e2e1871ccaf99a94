import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/SearchField';
import { Empty } from '../../components/States';
import { PeopleList } from '../../features/people/PeopleList';
import { Suggestions } from '../../features/people/Suggestions';
import { useSearchPeople } from '../../lib/useSearchPeople';
import { itemsOf } from '../../lib/api/paging';
import type { PersonSummary } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import styles from './ListPage.module.css';

export function PeoplePage() {
  const { t } = useTranslation();
  const { q = '' } = useSearch({ from: '/inside/people' });
  const navigate = useNavigate();
  const query = useSearchPeople(q);
  const count = itemsOf<PersonSummary>(query.data).length;
  const search = useCallback(
    (words: string) => void navigate({ to: '/people', search: words === '' ? {} : { q: words }, replace: true }),
    [navigate],
  );
  return (
    <Page title={t('people.title')} asideLabel={t('people.beside')} aside={<Suggestions />}>
      <PageHead title={t('people.title')} lead={t('people.lead')} />
      <div className="sheet">
        <div className={styles.bar}>
          <SearchField label={t('people.search')} value={q} onSearch={search} />
          <span className={styles.count} role="status">
            {query.isSuccess && t(query.hasNextPage ? 'people.countMore' : 'people.count', { count })}
          </span>
        </div>
        <PeopleList
          label={t('people.title')}
          query={query}
          empty={q === '' ? <Empty title={t('people.empty')} /> : <Empty title={t('people.none', { q })}>{t('people.noneText')}</Empty>}
        />
      </div>
    </Page>
  );
}

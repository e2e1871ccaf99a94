import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { SearchField } from '../../components/SearchField';
import { Empty } from '../../components/States';
import { PeopleFilters } from '../../features/people/PeopleFilters';
import { PeopleList } from '../../features/people/PeopleList';
import { Suggestions } from '../../features/people/Suggestions';
import { itemsOf } from '../../lib/api/paging';
import type { PersonSummary } from '../../lib/api/types';
import { type PeopleFilter, useSearchPeople } from '../../lib/useSearchPeople';
import { Page, PageHead } from '../Page';
import styles from './ListPage.module.css';

export function PeoplePage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/inside/people' });
  const { q = '' } = filter;
  const navigate = useNavigate();
  const query = useSearchPeople(filter);
  const count = itemsOf<PersonSummary>(query.data).length;
  const show = useCallback(
    (next: PeopleFilter) => void navigate({ to: '/people', search: next, replace: true }),
    [navigate],
  );
  const search = useCallback(
    (words: string) =>
      void navigate({
        to: '/people',
        search: ({ q: _, ...others }: PeopleFilter) => (words === '' ? others : { ...others, q: words }),
        replace: true,
      }),
    [navigate],
  );
  const filtered = Object.keys(filter).some((field) => field !== 'q');
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
        <PeopleFilters filter={filter} onChange={show} />
        <PeopleList label={t('people.title')} query={query} empty={<Nobody q={q} filtered={filtered} />} />
      </div>
    </Page>
  );
}

function Nobody({ q, filtered }: { q: string; filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <Empty
        title={t('people.noneFiltered')}
        actions={
          <ButtonLink to="/people" search={{}}>
            {t('people.showAll')}
          </ButtonLink>
        }
      />
    );
  }
  return q === '' ? <Empty title={t('people.empty')} /> : <Empty title={t('people.none', { q })}>{t('people.noneText')}</Empty>;
}

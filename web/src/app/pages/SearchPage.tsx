import { Link, useNavigate, useSearch as useAddress } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar, Mark } from '../../components/Avatar';
import { SearchForm } from '../../components/SearchForm';
import { useMyCommunities } from '../../features/communities/useMyCommunities';
import { useSearchCommunities } from '../../features/communities/useSearchCommunities';
import { FoundList } from '../../features/search/FoundList';
import { SearchFilters } from '../../features/search/SearchFilters';
import { NothingFound, SearchHints } from '../../features/search/SearchHints';
import { type SearchFilter, useSearch } from '../../features/search/useSearch';
import { itemsOf } from '../../lib/api/paging';
import type { Community, PersonSummary } from '../../lib/api/types';
import { useSearchPeople } from '../../lib/useSearchPeople';
import { Page, PageHead } from '../Page';
import styles from './SearchPage.module.css';

const shown = 5;

export function SearchPage() {
  const { t } = useTranslation();
  const filter = useAddress({ from: '/inside/search' });
  const navigate = useNavigate();
  const query = useSearch(filter);
  const communities = useMyCommunities();
  const asked = Object.keys(filter).length > 0;
  const show = (search: SearchFilter) => void navigate({ to: '/search', search, replace: true });
  const { q, ...others } = filter;
  return (
    <Page
      title={t('search.title')}
      asideLabel={t('search.beside')}
      aside={q === undefined ? undefined : <Near q={q} filter={filter} />}
    >
      <PageHead title={t('search.title')} />
      <SearchForm
        label={t('search.title')}
        field={t('search.words')}
        act={t('search.find')}
        value={q ?? ''}
        onFind={(words) => show(words === '' ? others : { ...others, q: words })}
      />
      {asked && <SearchFilters filter={filter} communities={communities} onChange={show} />}
      <div className="sheet">
        {asked ? <FoundList query={query} empty={<NothingFound q={q} />} /> : <SearchHints />}
      </div>
    </Page>
  );
}

/** People and communities that carry the words. */
function Near({ q, filter }: { q: string; filter: SearchFilter }) {
  const { t } = useTranslation();
  const people = itemsOf<PersonSummary>(useSearchPeople({ q }).data).slice(0, shown);
  const communities = itemsOf<Community>(useSearchCommunities(q).data).slice(0, shown);
  return (
    <>
      {people.length > 0 && (
        <section aria-labelledby="near-people">
          <h2 id="near-people">{t('search.people')}</h2>
          <ul className={styles.near}>
            {people.map((person) => (
              <li key={person.id}>
                <Link to="/people/$personId" params={{ personId: person.id }} dir="auto">
                  <Avatar person={person} size="s" />
                  {person.displayName}
                </Link>
              </li>
            ))}
            <li>
              <Link to="/people" search={{ q }}>
                {t('search.allPeople')}
              </Link>
            </li>
            {filter.author === undefined && people[0] !== undefined && (
              <li>
                <Link to="/search" search={{ author: people[0].userName }}>
                  {t('search.by', { name: people[0].displayName })}
                </Link>
              </li>
            )}
          </ul>
        </section>
      )}
      {communities.length > 0 && (
        <section aria-labelledby="near-communities">
          <h2 id="near-communities">{t('search.communities')}</h2>
          <ul className={styles.near}>
            {communities.map((community) => (
              <li key={community.id}>
                <Link to="/communities/$slug" params={{ slug: community.slug }} dir="auto">
                  <Mark community={community} size="s" />
                  {community.name}
                </Link>
              </li>
            ))}
            <li>
              <Link to="/communities" search={{ q }}>
                {t('search.allCommunities')}
              </Link>
            </li>
          </ul>
        </section>
      )}
    </>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { ChipLink } from '../../components/Chip';
import { SearchField } from '../../components/SearchField';
import { Empty } from '../../components/States';
import { Feed } from '../../features/posts/Feed';
import { SavedNote } from '../../features/posts/SavedNote';
import { useSavedFeed } from '../../features/posts/useSavedFeed';
import { useSavedFolders } from '../../features/posts/useSavedFolders';
import type { SavedPost } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { Page, PageHead } from '../Page';
import styles from './SavedPage.module.css';

/** What the reader keeps, with folders and notes that nobody else sees. */
export function SavedPage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/inside/saved' });
  const navigate = useNavigate();
  const query = useSavedFeed(filter);
  const narrowed = filter.folder !== undefined || filter.q !== undefined;
  const onSearch = useCallback(
    (q: string) =>
      void navigate({
        to: '/saved',
        search: ({ folder }) => ({ ...(folder !== undefined && { folder }), ...(q !== '' && { q }) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return (
    <Page title={t('saved.title')}>
      <PageHead title={t('saved.title')} lead={t('saved.lead')} />
      <Folders />
      <div className={styles.search}>
        <SearchField label={t('saved.search')} value={filter.q ?? ''} onSearch={onSearch} />
      </div>
      <Feed
        label={t('saved.feed')}
        query={query}
        queryKey={keys.feeds.savedBy(filter)}
        below={(post) => <SavedNote post={post as SavedPost} />}
        empty={
          narrowed ? (
            <Empty title={t('saved.emptyHere')} />
          ) : (
            <Empty title={t('saved.empty')} actions={<ButtonLink to="/">{t('states.goHome')}</ButtonLink>}>
              {t('saved.emptyText')}
            </Empty>
          )
        }
      />
    </Page>
  );
}

function Folders() {
  const { t } = useTranslation();
  const folders = useSavedFolders();
  const named = folders.data?.items ?? [];
  if (!named.some(({ folder }) => folder !== '')) return null;
  const options = { exact: true, includeSearch: true, explicitUndefined: true };
  return (
    <nav className={styles.folders} aria-label={t('saved.folders')}>
      <ChipLink to="/saved" search={{}} activeOptions={options} resetScroll={false}>
        {t('saved.all')}
      </ChipLink>
      {named.map(({ folder, posts }) => (
        <ChipLink key={folder} to="/saved" search={{ folder }} activeOptions={options} resetScroll={false}>
          <span dir="auto">{folder === '' ? t('saved.loose') : folder}</span> {posts}
        </ChipLink>
      ))}
    </nav>
  );
}

import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { List } from '../../components/List';
import { SearchField } from '../../components/SearchField';
import { Empty } from '../../components/States';
import { When } from '../../components/When';
import { itemsOf } from '../../lib/api/paging';
import { statusOf } from '../../lib/api/problem';
import type { Community, LibraryEntry } from '../../lib/api/types';
import styles from './Library.module.css';
import { useLibrary } from './useLibrary';

export const icons = { page: 'write', link: 'link', post: 'saved' } as const;

interface LibraryListProps {
  community: Community;
  mayWrite: boolean;
}

/** What a community keeps, to be searched. */
export function LibraryList({ community, mayWrite }: LibraryListProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const search = useCallback((words: string) => setQ(words), []);
  const query = useLibrary(community.id, q);
  const entries = itemsOf<LibraryEntry>(query.data);
  if (statusOf(query.error) === 403) {
    return (
      <div className="sheet">
        <Empty title={t('feed.closed')}>{t('feed.closedText')}</Empty>
      </div>
    );
  }
  const write = mayWrite && (
    <ButtonLink kind="primary" to="/communities/$slug/library/new" params={{ slug: community.slug }}>
      <Icon name="plus" />
      {t('library.add')}
    </ButtonLink>
  );
  return (
    <div className="sheet">
      <div className={styles.bar}>
        <SearchField label={t('library.search')} value={q} onSearch={search} />
        {write}
      </div>
      <List
        label={t('library.title')}
        query={query}
        loading={t('library.loading')}
        failed={t('library.failed')}
        count={entries.length}
        empty={
          q === '' ? (
            <Empty title={t('library.empty')}>{t('library.emptyText')}</Empty>
          ) : (
            <Empty title={t('library.none', { q })} />
          )
        }
      >
        {entries.map((entry) => (
          <li key={entry.id} className={styles.row}>
            <Icon name={icons[entry.kind]} />
            <div>
              <Link to="/communities/$slug/library/$entryId" params={{ slug: community.slug, entryId: entry.id }} dir="auto">
                {entry.title}
              </Link>
              <p>
                {t(`library.kinds.${entry.kind}`)} · <span dir="auto">{namesOf(entry)}</span> · <When at={entry.editedAt} />
              </p>
            </div>
          </li>
        ))}
      </List>
    </div>
  );
}

/** Who wrote it, who wrote most first. */
export function namesOf({ authors }: LibraryEntry): string {
  return authors.map(({ person }) => person.displayName).join(', ');
}

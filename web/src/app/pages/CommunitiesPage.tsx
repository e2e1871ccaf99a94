import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { SearchField } from '../../components/SearchField';
import { Empty } from '../../components/States';
import { CommunityList } from '../../features/communities/CommunityList';
import { Invitations } from '../../features/communities/Invitations';
import { useSearchCommunities } from '../../features/communities/useSearchCommunities';
import { itemsOf } from '../../lib/api/paging';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import styles from './ListPage.module.css';

export function CommunitiesPage() {
  const { t } = useTranslation();
  const { q = '' } = useSearch({ from: '/inside/communities' });
  const navigate = useNavigate();
  const query = useSearchCommunities(q);
  const count = itemsOf<Community>(query.data).length;
  const search = useCallback(
    (words: string) => void navigate({ to: '/communities', search: words === '' ? {} : { q: words }, replace: true }),
    [navigate],
  );
  const found = (
    <ButtonLink kind="primary" to="/new-community">
      <Icon name="plus" />
      {t('communities.create')}
    </ButtonLink>
  );
  return (
    <Page title={t('communities.title')}>
      <PageHead title={t('communities.title')} lead={t('communities.lead')} actions={found} />
      <Invitations />
      <div className="sheet">
        <div className={styles.bar}>
          <SearchField label={t('communities.search')} value={q} onSearch={search} />
          <span className={styles.count} role="status">
            {query.isSuccess && t(query.hasNextPage ? 'communities.countMore' : 'communities.count', { count })}
          </span>
        </div>
        <CommunityList
          query={query}
          empty={
            q === '' ? (
              <Empty title={t('communities.empty')}>{t('communities.emptyText')}</Empty>
            ) : (
              <Empty title={t('communities.none', { q })}>{t('communities.noneText')}</Empty>
            )
          }
        />
      </div>
    </Page>
  );
}

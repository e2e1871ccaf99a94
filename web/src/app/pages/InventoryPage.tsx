import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { ChoiceField } from '../../components/Field';
import { Icon } from '../../components/Icon';
import { SearchField } from '../../components/SearchField';
import { Empty, Failed, Skeleton } from '../../components/States';
import { useSlugs } from '../../features/communities/useSlugs';
import { ExportMenu } from '../../features/inventory/ExportMenu';
import { Inventory } from '../../features/inventory/Inventory';
import { type InventoryFilter, useInventory } from '../../features/inventory/useInventory';
import { Views } from '../../features/inventory/Views';
import { itemsOf } from '../../lib/api/paging';
import type { InventoryEntry } from '../../lib/api/types';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';
import { type InventorySearch, stages } from '../search';
import styles from './InventoryPage.module.css';

function filterOf({ q, domain, stage, host, view, sort }: InventorySearch): InventoryFilter {
  return {
    ...(q !== undefined && { q }),
    ...(domain !== undefined && { domain }),
    ...(stage !== undefined && { stage }),
    ...(host !== undefined && { host }),
    ...(view !== undefined && { [view]: true }),
    sort: sort ?? 'reviewBy',
  };
}

export function InventoryPage() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const search = useSearch({ from: '/inside/inventory' });
  const navigate = useNavigate();
  const filter = filterOf(search);
  const query = useInventory(filter);
  const entries = itemsOf<InventoryEntry>(query.data);
  const counts = query.data?.pages[0]?.counts;
  const slugOf = useSlugs(entries.flatMap(({ communityId }) => communityId ?? []));
  const narrow = useCallback(
    (change: { [Key in keyof InventorySearch]?: InventorySearch[Key] | undefined }) =>
      void navigate({
        to: '/inventory',
        search: (before) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const onSearch = useCallback((q: string) => narrow({ q: q === '' ? undefined : q }), [narrow]);

  return (
    <Page title={t('inventory.title')} wide>
      <PageHead
        title={t('inventory.title')}
        lead={t('inventory.lead')}
        actions={
          <>
            <ButtonLink to="/inventory/map">
              <Icon name="map" />
              {t('inventoryMap.short')}
            </ButtonLink>
            {hasRole(me, 'learning', 'admin') && (
              <>
                <ExportMenu filter={filter} />
                <ButtonLink to="/inventory/gaps">{t('landscape.open')}</ButtonLink>
                <ButtonLink to="/inventory/import">{t('import.short')}</ButtonLink>
                <ButtonLink kind="primary" to="/inventory/new">
                  <Icon name="plus" />
                  {t('inventory.add')}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {counts !== undefined && <Views counts={counts} />}
      <div className="sheet">
        <div className={styles.filters}>
          <SearchField label={t('inventory.search')} value={search.q ?? ''} onSearch={onSearch} />
          <ChoiceField
            hideLabel
            label={t('inventory.stage')}
            value={search.stage ?? ''}
            options={[{ value: '', label: t('inventory.anyStage') }, ...stages.map((value) => ({ value, label: t(`stage.${value}`) }))]}
            onChange={(value) => narrow({ stage: stages.find((stage) => stage === value) })}
          />
          <ChoiceField
            hideLabel
            label={t('inventory.host')}
            value={search.host ?? ''}
            options={[
              { value: '', label: t('inventory.anywhere') },
              { value: 'outloud', label: t('inventory.hereOnly') },
            ]}
            onChange={(value) => narrow({ host: value === 'outloud' ? value : undefined })}
          />
          {search.domain !== undefined && (
            <Button aria-label={t('inventory.removeFilter')} onClick={() => narrow({ domain: undefined })}>
              {t('inventory.domainFilter', { domain: search.domain })}
              <Icon name="close" size="s" />
            </Button>
          )}
          <span className={styles.count} role="status">
            {query.isSuccess && t(query.hasNextPage ? 'inventory.countMore' : 'inventory.count', { count: entries.length })}
          </span>
        </div>
        {query.isPending && <Skeleton label={t('inventory.loading')} />}
        {query.isError && query.data === undefined && (
          <Failed title={t('inventory.listFailed')} error={query.error} retry={() => void query.refetch()} />
        )}
        {query.isSuccess && entries.length === 0 && <Nothing all={counts?.all ?? 0} />}
        {entries.length > 0 && (
          <Inventory
            entries={entries}
            query={query}
            sort={filter.sort}
            onSort={(sort) => narrow({ sort })}
            onDomain={(domain) => narrow({ domain })}
            slugOf={slugOf}
          />
        )}
      </div>
    </Page>
  );
}

function Nothing({ all }: { all: number }) {
  const { t } = useTranslation();
  if (all === 0) return <Empty title={t('inventory.empty')}>{t('inventory.emptyText')}</Empty>;
  return (
    <Empty title={t('inventory.none')} actions={<ButtonLink to="/inventory">{t('inventory.showAll')}</ButtonLink>}>
      {t('inventory.noneText')}
    </Empty>
  );
}

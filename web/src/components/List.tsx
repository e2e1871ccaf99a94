import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Failed, Skeleton } from './States';
import styles from './List.module.css';

interface ListProps {
  query: Pick<UseInfiniteQueryResult, 'isPending' | 'isError' | 'error' | 'data' | 'refetch' | 'hasNextPage' | 'fetchNextPage'>;
  loading: string;
  failed: string;
  count: number;
  empty: ReactNode;
  children: ReactNode;
  label?: string;
}

/** A list that is read page by page, with every state it can be in. */
export function List({ query, loading, failed, count, empty, children, label }: ListProps) {
  const { t } = useTranslation();
  if (query.isPending) return <Skeleton label={loading} />;
  if (query.isError && query.data === undefined) {
    return <Failed title={failed} error={query.error} retry={() => void query.refetch()} />;
  }
  if (count === 0) return empty;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {children}
      </ul>
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button kind="plain" onClick={() => void query.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </>
  );
}

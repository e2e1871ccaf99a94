import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button, IconButton } from '../../components/Button';
import { Glyph, Icon } from '../../components/Icon';
import { StageName } from '../../components/StageName';
import type { InventoryEntry, InventoryPage } from '../../lib/api/types';
import { daysUntil, distance, plainDate } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import { Review } from './Review';
import type { InventoryFilter } from './useInventory';
import { barsOf, trendOf } from './weeks';
import styles from './Inventory.module.css';

type Sort = InventoryFilter['sort'];

interface InventoryProps {
  entries: InventoryEntry[];
  query: UseInfiniteQueryResult<InfiniteData<InventoryPage>>;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onDomain: (domain: string) => void;
  /** Communities hosted here lead to their page. */
  slugOf: (communityId: string) => string | undefined;
}

/** Every entry as a row; on a phone as a card. A row opens its review in place. */
export function Inventory({ entries, query, sort, onSort, onDomain, slugOf }: InventoryProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const toggle = (id: string) => setOpen(open === id ? null : id);
  const row = (entry: InventoryEntry) => ({
    entry,
    open: open === entry.id,
    onToggle: () => toggle(entry.id),
    onDomain,
    slug: entry.communityId === null ? undefined : slugOf(entry.communityId),
  });
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('inventory.region')}>
        <table className={styles.table}>
          <caption className="vh">{t('inventory.caption', { by: t(sortLabels[sort]) })}</caption>
          <thead>
            <tr>
              <SortHead by="name" sort={sort} onSort={onSort} ascending />
              <th scope="col">{t('inventory.domain')}</th>
              <th scope="col">{t('inventory.stage')}</th>
              <th scope="col">{t('inventory.stewards')}</th>
              <SortHead by="size" sort={sort} onSort={onSort} end />
              <SortHead by="lastActivity" sort={sort} onSort={onSort} />
              <SortHead by="reviewBy" sort={sort} onSort={onSort} ascending />
              <th scope="col">
                <span className="vh">{t('inventory.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.id} {...row(entry)} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.cards} aria-label={t('inventory.cards')}>
        {entries.map((entry) => (
          <Card key={entry.id} {...row(entry)} />
        ))}
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

const sortLabels = {
  name: 'inventory.name',
  reviewBy: 'inventory.review',
  size: 'inventory.size',
  lastActivity: 'inventory.weeks',
} as const satisfies Record<Sort, string>;

interface SortHeadProps {
  by: Sort;
  sort: Sort;
  onSort: (sort: Sort) => void;
  ascending?: boolean;
  end?: boolean;
}

function SortHead({ by, sort, onSort, ascending = false, end = false }: SortHeadProps) {
  const { t } = useTranslation();
  const sorted = sort === by;
  return (
    <th scope="col" className={end ? styles.end : undefined} aria-sort={sorted ? (ascending ? 'ascending' : 'descending') : undefined}>
      <button type="button" onClick={() => onSort(by)}>
        {t(sortLabels[by])}
        {sorted && <Icon name={ascending ? 'up' : 'down'} size="s" />}
      </button>
    </th>
  );
}

interface EntryProps {
  entry: InventoryEntry;
  open: boolean;
  onToggle: () => void;
  onDomain: (domain: string) => void;
  slug: string | undefined;
}

function Row({ entry, open, onToggle, onDomain, slug }: EntryProps) {
  const { t } = useTranslation();
  const review = `review-${entry.id}`;
  return (
    <>
      <tr className={open ? styles.open : undefined}>
        <th scope="row">
          <Name entry={entry} slug={slug} />
          <HostedAt entry={entry} />
        </th>
        <td>
          {entry.domain !== null && (
            <button type="button" className={styles.domain} onClick={() => onDomain(entry.domain ?? '')}>
              {entry.domain}
            </button>
          )}
        </td>
        <td>
          <StageName stage={entry.stage} />
        </td>
        <td>
          <Stewards entry={entry} />
        </td>
        <td className={styles.end}>{entry.size ?? <span className="muted">–</span>}</td>
        <td>
          <Weeks entry={entry} />
        </td>
        <td>
          <ReviewBy entry={entry} />
        </td>
        <td>
          <IconButton
            aria-expanded={open}
            aria-controls={open ? review : undefined}
            aria-label={t(open ? 'inventory.close' : 'inventory.open', { name: entry.name })}
            onClick={onToggle}
          >
            <Icon name={open ? 'up' : 'down'} />
          </IconButton>
        </td>
      </tr>
      {open && (
        <tr className={styles.review}>
          <td colSpan={8} id={review}>
            <Review entry={entry} onDone={onToggle} />
          </td>
        </tr>
      )}
    </>
  );
}

function Card({ entry, open, onToggle, slug }: EntryProps) {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <Name entry={entry} slug={slug} />
        <p>
          <HostedAt entry={entry} />
          {entry.domain !== null && ` · ${entry.domain}`}
          {entry.size !== null && ` · ${t('inventory.people', { count: entry.size })}`}
        </p>
        <div className={styles.cardFoot}>
          <StageName stage={entry.stage} />
          <Stewards entry={entry} />
        </div>
      </div>
      <ReviewBy entry={entry} />
      <div className={styles.cardReview}>
        {open ? (
          <Review entry={entry} onDone={onToggle} />
        ) : (
          <Button small onClick={onToggle} aria-label={t('inventory.open', { name: entry.name })}>
            {t('inventory.reviewNow')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Name({ entry, slug }: { entry: InventoryEntry; slug: string | undefined }) {
  if (slug !== undefined) {
    return (
      <Link className={styles.name} to="/communities/$slug" params={{ slug }} dir="auto">
        {entry.name}
      </Link>
    );
  }
  if (entry.url === null || !/^https?:/.test(entry.url)) {
    return (
      <span className={styles.name} dir="auto">
        {entry.name}
      </span>
    );
  }
  return (
    <a className={styles.name} href={entry.url} rel="noopener noreferrer" dir="auto">
      {entry.name}
    </a>
  );
}

function HostedAt({ entry }: { entry: InventoryEntry }) {
  const { t } = useTranslation();
  return <span className={styles.host}>{entry.host === 'outloud' ? t('inventory.here') : entry.host}</span>;
}

function Stewards({ entry }: { entry: InventoryEntry }) {
  const { t } = useTranslation();
  const [first, ...others] = entry.stewards;
  if (first === undefined) {
    return (
      <span className={`${styles.state} ${styles.stuck}`}>
        <Glyph name="stuck" size="s" />
        {t('inventory.nobody')}
      </span>
    );
  }
  return (
    <span className={styles.steward}>
      <Avatar person={first} size="xs" />
      <span dir="auto">{first.displayName}</span>
      {others.length > 0 && (
        <span className="muted" title={others.map(({ displayName }) => displayName).join(', ')}>
          {t('inventory.plus', { count: others.length })}
        </span>
      )}
    </span>
  );
}

const trends = {
  rising: 'inventory.weeksRising',
  falling: 'inventory.weeksFalling',
  steady: 'inventory.weeksSteady',
  none: 'inventory.weeksNone',
} as const;

function Weeks({ entry }: { entry: InventoryEntry }) {
  const { t } = useTranslation();
  const clock = useClock();
  if (entry.weeks.length > 0) {
    return (
      <>
        <svg className={styles.spark} viewBox="0 0 84 20" aria-hidden="true">
          <path d={barsOf(entry.weeks)} />
        </svg>
        <span className="vh">{t(trends[trendOf(entry.weeks)])}</span>
      </>
    );
  }
  return <span className="muted">{entry.lastActivity === null ? t('inventory.notCounted') : distance(entry.lastActivity, clock)}</span>;
}

function ReviewBy({ entry }: { entry: InventoryEntry }) {
  const { t } = useTranslation();
  const clock = useClock();
  if (entry.reviewBy === null) return <span className="muted">{t('inventory.noDate')}</span>;
  const days = daysUntil(entry.reviewBy, clock);
  if (entry.overdue && days < 0) {
    return <span className={`${styles.state} ${styles.late}`}>{t('inventory.late', { count: -days })}</span>;
  }
  const words = days < 28 && days >= 0 ? new Intl.RelativeTimeFormat(clock.locale, { numeric: 'auto' }).format(days, 'day') : plainDate(entry.reviewBy, clock);
  return (
    <time dateTime={entry.reviewBy} title={plainDate(entry.reviewBy, clock)}>
      {words}
    </time>
  );
}

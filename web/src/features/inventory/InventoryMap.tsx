import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Skeleton } from '../../components/States';
import type { InventoryDay, InventoryDomain, Stage } from '../../lib/api/types';
import { plainDate } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import styles from './Map.module.css';
import { useInventoryMap } from './useInventoryMap';

const alive = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'dormant'] as const satisfies readonly Stage[];
const shown = 60;

/** Every domain as a field, the larger the more people are in its communities; and how many communities there were day by day. */
export function InventoryMap() {
  const { t } = useTranslation();
  const query = useInventoryMap();
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const { domains, days } = query.data;
  if (domains.length === 0) return <Empty title={t('inventory.empty')}>{t('inventory.emptyText')}</Empty>;
  const most = Math.max(1, ...domains.map(({ people }) => people));
  return (
    <>
      <section className={styles.part} aria-labelledby="domains">
        <h2 id="domains">{t('inventoryMap.domains')}</h2>
        <p className="muted">{t('inventoryMap.domainsText')}</p>
        <ul className={styles.fields}>
          {domains.map((domain) => (
            <Field key={domain.domain ?? ''} domain={domain} most={most} />
          ))}
        </ul>
      </section>
      <section className={styles.part} aria-labelledby="days">
        <h2 id="days">{t('inventoryMap.days')}</h2>
        {days.length === 0 ? <p className="muted">{t('inventoryMap.noDays')}</p> : <Days days={days.slice(-shown)} />}
      </section>
    </>
  );
}

function Field({ domain, most }: { domain: InventoryDomain; most: number }) {
  const { t } = useTranslation();
  const share = Math.sqrt(domain.people / most);
  const words = (
    <>
      <b dir="auto">{domain.domain ?? t('inventoryMap.noDomain')}</b>
      <span>{t('inventoryMap.entries', { count: domain.entries })}</span>
      <span>{t('inventoryMap.people', { count: domain.people })}</span>
      {domain.quiet > 0 && <span>{t('inventoryMap.quiet', { count: domain.quiet })}</span>}
    </>
  );
  return (
    <li style={{ flexGrow: 1 + 9 * share, flexBasis: `${8 + 14 * share}rem`, minHeight: `${6 + 5 * share}rem` }}>
      {domain.domain === null ? (
        <div className={styles.field}>{words}</div>
      ) : (
        <Link className={styles.field} to="/inventory" search={{ domain: domain.domain }}>
          {words}
        </Link>
      )}
    </li>
  );
}

function Days({ days }: { days: InventoryDay[] }) {
  const { t } = useTranslation();
  const clock = useClock();
  const counts = days.map(({ stages }) => alive.reduce((sum, stage) => sum + (stages[stage] ?? 0), 0));
  const most = Math.max(1, ...counts);
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return null;
  return (
    <>
      <p>
        {t('inventoryMap.change', {
          from: plainDate(first.day, clock), to: plainDate(last.day, clock), before: counts[0], now: counts[counts.length - 1],
        })}
      </p>
      <svg className={styles.days} viewBox={`0 0 ${days.length * 10} 60`} preserveAspectRatio="none" aria-hidden="true">
        {counts.map((count, place) => (
          <rect key={days[place]?.day} x={place * 10} y={60 - (count / most) * 60} width="8" height={(count / most) * 60} />
        ))}
      </svg>
      <details>
        <summary>{t('inventoryMap.table')}</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('inventoryMap.days')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('inventoryMap.day')}</th>
                {alive.map((stage) => (
                  <th key={stage} scope="col">
                    {t(`stage.${stage}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...days].reverse().map(({ day, stages }) => (
                <tr key={day}>
                  <th scope="row">{plainDate(day, clock)}</th>
                  {alive.map((stage) => (
                    <td key={stage}>{stages[stage] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

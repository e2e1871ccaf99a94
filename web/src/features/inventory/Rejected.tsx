import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api/problem';
import type { InventoryReport } from '../../lib/api/types';
import styles from './Import.module.css';

const shown = 200;

const reasons = [
  'ambiguous',
  'community-archived',
  'duplicate-column',
  'empty',
  'fixed',
  'malformed',
  'malformed-json',
  'moved',
  'no-columns',
  'no-list',
  'not-kept',
  'not-text',
  'required',
  'slug-taken',
  'spreadsheet',
  'too-long',
  'too-many-cells',
  'too-many-rows',
  'unclosed-quote',
  'unknown-charset',
  'unknown-community',
  'unknown-person',
  'unknown-reference',
  'unknown-value',
  'unreadable-row',
] as const;

/** Rows that need mending, each with the column and the reason. */
export function Rejected({ report }: { report: InventoryReport }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('import.rejectedRegion')}>
        <table className={styles.table}>
          <caption className="vh">{t('import.rejectedRegion')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rejected.slice(0, shown).map(({ row, field, code, detail }) => (
              <tr key={`${row} ${field} ${code}`}>
                <th scope="row">{row}</th>
                <td>{field === '' ? t('import.wholeRow') : <code>{field}</code>}</td>
                <td>
                  {word(code) ?? detail}
                  {word(code) !== null && <span className={styles.detail}>{detail}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {report.rejectedCount > shown && <p className="muted">{t('import.moreRejected', { count: report.rejectedCount - shown })}</p>}
    </>
  );
}

function useWord(): (code: string) => string | null {
  const { t } = useTranslation();
  return (code) => {
    const known = reasons.find((reason) => reason === code);
    return known === undefined ? null : t(`import.reasons.${known}`);
  };
}

/** Why a whole file was refused. */
export function useReason(): (error: unknown) => string | null {
  const word = useWord();
  return (error) => {
    const first = error instanceof ApiError ? error.problem?.errors?.[0] : undefined;
    return first === undefined ? null : [word(first.code), first.detail].filter((part) => part !== null).join(' ');
  };
}

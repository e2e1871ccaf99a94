import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { When } from '../../components/When';
import { detailOf } from '../../lib/api/problem';
import type { Export } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import styles from './Export.module.css';
import { useBeginExport, useExports } from './useExport';

/** Everything that is kept about oneself, as one file; those of the last day can still be fetched. */
export function ExportMe() {
  const { t } = useTranslation();
  const begin = useBeginExport();
  const exports = useExports();
  const items = exports.data?.items ?? [];
  const gathering = begin.isPending || items.some(({ state }) => state === 'gathering');
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t('export.title')}</h2>
      <p>{t('export.lead')}</p>
      <div>
        <Button aria-disabled={gathering} onClick={() => !gathering && begin.mutate()}>
          <Icon name="file" />
          {t(items.length === 0 ? 'export.begin' : 'export.beginAgain')}
        </Button>
      </div>
      <p className="vh" role="status">
        {gathering ? t('export.gathering') : items.length > 0 && t('export.ready')}
      </p>
      {items.length > 0 && (
        <ul className={styles.exports} aria-label={t('export.list')}>
          {items.map((item, index) => (
            <Gathered key={item.id} item={item} latest={index === 0} />
          ))}
        </ul>
      )}
      {(begin.isError || exports.isError) && (
        <Note tone="bad" icon="warn" alert title={t(begin.isError ? 'export.failed' : 'export.unknown')}>
          {detailOf(begin.error ?? exports.error) ?? t('distance.failed')}
        </Note>
      )}
    </section>
  );
}

function Gathered({ item, latest }: { item: Export; latest: boolean }) {
  const { t } = useTranslation();
  const clock = useClock();
  const asked = fullWhen(item.requestedAt, clock);
  return (
    <li>
      <Icon name={item.state === 'ready' ? 'file' : 'clock'} />
      <div>
        <b>
          <When at={item.requestedAt} />
        </b>
        <p>{item.state === 'ready' ? t('export.until', { until: fullWhen(item.expiresAt, clock) }) : t('export.gatheringText')}</p>
      </div>
      {item.state === 'ready' && (
        <a
          className={buttonClass({ kind: latest ? 'primary' : 'outline', small: true })}
          href={`/api/v1/exports/${item.id}/file`}
          download="outloud.zip"
          aria-label={latest ? t('export.fetch') : t('export.fetchOf', { asked })}
        >
          <Icon name="download" size="s" />
          {t('export.fetch')}
        </a>
      )}
    </li>
  );
}

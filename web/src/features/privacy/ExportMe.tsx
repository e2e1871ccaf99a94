import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import { useBeginExport, useExport } from './useExport';

/** Everything that is kept about oneself, as one file. */
export function ExportMe() {
  const { t } = useTranslation();
  const begin = useBeginExport();
  const id = begin.data?.id;
  const progress = useExport(id);
  const ready = progress.data?.state === 'ready';
  const gathering = begin.isPending || (id !== undefined && !ready);
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t('export.title')}</h2>
      <p>{t('export.lead')}</p>
      <div role="status">
        {ready && id !== undefined ? (
          <a className={buttonClass({ kind: 'primary' })} href={`/api/v1/exports/${id}/file`} download="outloud.zip">
            <Icon name="download" />
            {t('export.fetch')}
          </a>
        ) : (
          <Button aria-disabled={gathering} onClick={() => !gathering && begin.mutate()}>
            <Icon name="download" />
            {gathering ? t('export.gathering') : t('export.begin')}
          </Button>
        )}
      </div>
      {(begin.isError || progress.isError) && (
        <Note tone="bad" icon="warn" alert title={t('export.failed')}>
          {detailOf(begin.error ?? progress.error) ?? t('distance.failed')}
        </Note>
      )}
    </section>
  );
}

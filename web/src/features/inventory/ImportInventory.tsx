import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink, buttonClass } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { InventoryReport } from '../../lib/api/types';
import { Rejected, useReason } from './Rejected';
import { ended, useImportReport, useSendInventory } from './useImport';
import styles from './Import.module.css';

/** A file becomes communities: choose it, see what it would do, let it. Nothing is written before the last step. */
export function ImportInventory() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const check = useSendInventory();
  const write = useSendInventory();
  const checked = useImportReport(check.data?.id);
  const written = useImportReport(write.data?.id);
  const writing = write.isPending || write.isSuccess;
  const report = writing ? written.data : checked.data;
  const busy = check.isPending || (check.isSuccess && !ended(checked.data?.state)) || (writing && !ended(written.data?.state));
  const done = writing && ended(written.data?.state);
  const failure = write.error ?? check.error ?? written.error ?? checked.error;
  const reason = useReason();

  function choose(chosen: File) {
    setFile(chosen);
    write.reset();
    check.mutate({ file: chosen, dryRun: true });
  }

  return (
    <div className={`sheet ${styles.sheet}`}>
      <section aria-labelledby="import-file">
        <h2 id="import-file">{t('import.file')}</h2>
        <p>{t('import.fileLead')}</p>
        <input
          ref={input}
          type="file"
          aria-label={t('import.choose')}
          accept=".csv,.txt,.json,text/csv,application/json"
          className="vh"
          tabIndex={-1}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen !== undefined) choose(chosen);
            event.target.value = '';
          }}
        />
        <div className={styles.acts}>
          <Button kind={file === null ? 'primary' : 'outline'} aria-disabled={busy} onClick={() => !busy && input.current?.click()}>
            {t(file === null ? 'import.choose' : 'import.chooseOther')}
          </Button>
          {file !== null && <b dir="auto">{file.name}</b>}
        </div>
      </section>
      {failure !== null && (
        <Note tone="bad" icon="warn" alert title={t('import.refused')}>
          {reason(failure) ?? detailOf(failure) ?? t('states.failedText')}
        </Note>
      )}
      {file !== null && failure === null && (
        <section aria-labelledby="import-check">
          <h2 id="import-check">{t(writing ? 'import.result' : 'import.check')}</h2>
          <div role="status">{busy ? <Progress report={report} /> : report !== undefined && <Summary report={report} />}</div>
          {report !== undefined && ended(report.state) && (
            <>
              {report.problem !== null && (
                <Note tone="bad" icon="warn" title={t('import.stopped')}>
                  {report.problem}
                </Note>
              )}
              <Figures report={report} />
              <HowRead report={report} />
              {report.rejectedCount > 0 && <Rejected report={report} />}
            </>
          )}
          <div className={styles.acts}>
            {!writing && report !== undefined && ended(report.state) && (
              <Button kind="primary" aria-disabled={busy} onClick={() => !busy && write.mutate({ file, dryRun: false })}>
                {t('import.write', { count: goodRows(report) })}
              </Button>
            )}
            {done && (
              <ButtonLink kind="primary" to="/inventory">
                {t('import.toInventory')}
              </ButtonLink>
            )}
            {report !== undefined && ended(report.state) && report.rejectedCount > 0 && (
              <a className={buttonClass({})} href={`/api/v1/inventory/imports/${report.id}/rejected`} download="rejected.csv">
                <Icon name="download" />
                {t('import.download')}
              </a>
            )}
          </div>
        </section>
      )}
    </div>
  );
}

function goodRows({ created, updated, unchanged }: InventoryReport): number {
  return created + updated + unchanged;
}

function Progress({ report }: { report: InventoryReport | undefined }) {
  const { t } = useTranslation();
  const read = report?.read ?? 0;
  return (
    <>
      <progress className={styles.progress} max={Math.max(read, 1)} value={report?.processed ?? 0} aria-label={t('import.progress')} />
      <p>{read === 0 ? t('import.sending') : t('import.processed', { processed: report?.processed ?? 0, read })}</p>
    </>
  );
}

function Summary({ report }: { report: InventoryReport }) {
  const { t } = useTranslation();
  return <p>{t(report.dryRun ? 'import.nothingWritten' : 'import.written')}</p>;
}

const figures = ['created', 'updated', 'unchanged', 'rejectedCount'] as const;

function Figures({ report }: { report: InventoryReport }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure} className={figure === 'rejectedCount' && report.rejectedCount > 0 ? styles.bad : undefined}>
          <dt>{t(`import.${figure}`)}</dt>
          <dd>{report[figure]}</dd>
        </div>
      ))}
    </dl>
  );
}

const separators = { ',': 'import.comma', ';': 'import.semicolon', '\t': 'import.tab' } as const;

/** How the file was understood, so that a wrong guess is noticed. */
function HowRead({ report }: { report: InventoryReport }) {
  const { t } = useTranslation();
  const separator = separators[report.separator as keyof typeof separators];
  return (
    <p className="muted">
      {t('import.readAs', { charset: report.charset })}
      {separator !== undefined && ` ${t(separator)}`}
      {report.ignoredColumns.length > 0 && ` ${t('import.ignored', { columns: report.ignoredColumns.join(', ') })}`}
    </p>
  );
}

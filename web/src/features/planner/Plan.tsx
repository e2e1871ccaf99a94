import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField, TextField } from '../../components/Field';
import { Note } from '../../components/Note';
import { Empty, Failed, Skeleton } from '../../components/States';
import { detailOf } from '../../lib/api/problem';
import type { PlannedPrompt } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { asField } from '../../lib/moments';
import { showToast } from '../../lib/toasts';
import { useClock } from '../../lib/useClock';
import styles from './Planner.module.css';
import { useChangePrompt, useHalt, usePlan, useSkipPrompt } from './usePlan';

/** What a community will be asked, by whom and when. */
export function Plan({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const query = usePlan(communityId);
  const halt = useHalt(communityId);
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0) return <Empty title={t('planner.none')}>{t('planner.noneText')}</Empty>;
  const paused = items.some((prompt) => prompt.paused);
  return (
    <>
      <div className={styles.bar}>
        <p role="status">{paused ? t('planner.paused') : t('planner.running', { count: items.length })}</p>
        <Button aria-disabled={halt.isPending} onClick={() => halt.mutate(paused ? 'resume' : 'pause')}>
          {t(paused ? 'planner.resume' : 'planner.pause')}
        </Button>
      </div>
      {halt.isError && <Note tone="bad" icon="warn" alert title={t('planner.failed')} />}
      <ol className={styles.list} aria-label={t('planner.planned')}>
        {items.map((prompt) => (
          <One key={prompt.id} prompt={prompt} communityId={communityId} />
        ))}
      </ol>
    </>
  );
}

function One({ prompt, communityId }: { prompt: PlannedPrompt; communityId: string }) {
  const { t } = useTranslation();
  const clock = useClock();
  const skip = useSkipPrompt(communityId);
  const [changing, setChanging] = useState(false);
  return (
    <li>
      <p className={styles.when}>
        <time dateTime={prompt.publishAt}>{fullWhen(prompt.publishAt, clock)}</time>
        <span dir="auto">{prompt.mine ? t('planner.byYou') : t('planner.by', { name: prompt.author.displayName })}</span>
      </p>
      {prompt.failure !== null && (
        <Note tone="bad" icon="warn" title={t('schedule.notPublished')}>
          {t('planner.failedThen')}
        </Note>
      )}
      {changing ? (
        <Change prompt={prompt} communityId={communityId} onDone={() => setChanging(false)} />
      ) : (
        <p className={styles.text} dir="auto">
          {prompt.body}
        </p>
      )}
      {prompt.mine && !changing && (
        <div className={styles.acts}>
          <Button small onClick={() => setChanging(true)}>
            {t('planner.change')}
          </Button>
          <Button small kind="plain" onClick={() => skip.mutate(prompt.id, { onSuccess: () => showToast(t('planner.skipped')) })}>
            {t('planner.skip')}
          </Button>
        </div>
      )}
      {skip.isError && <Note tone="bad" icon="warn" alert title={t('planner.failed')} />}
    </li>
  );
}

interface ChangeProps {
  prompt: PlannedPrompt;
  communityId: string;
  onDone: () => void;
}

function Change({ prompt, communityId, onDone }: ChangeProps) {
  const { t } = useTranslation();
  const change = useChangePrompt(communityId);
  const [body, setBody] = useState(prompt.body ?? '');
  const [at, setAt] = useState(() => asField(new Date(prompt.publishAt)));

  function save() {
    if (change.isPending || body.trim() === '' || at === '') return;
    change.mutate({ prompt, body: body.trim(), publishAt: new Date(at).toISOString() }, { onSuccess: onDone });
  }

  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <LinesField label={t('planner.prompt')} maxLength={2_000} value={body} onChange={setBody} />
      <TextField label={t('schedule.when')} type="datetime-local" required value={at} min={asField(new Date())} onChange={setAt} />
      {change.isError && (
        <Note tone="bad" icon="warn" alert title={t('planner.failed')}>
          {detailOf(change.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button type="submit" kind="primary">
          {t('planner.save')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

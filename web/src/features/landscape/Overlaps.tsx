import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { Note } from '../../components/Note';
import { Empty, Failed, Skeleton } from '../../components/States';
import { detailOf } from '../../lib/api/problem';
import type { Overlap } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Landscape.module.css';
import { Method } from './Method';
import { useOverlaps } from './useGaps';
import { useProposeMerge } from './useProposals';

/** Communities about the same, each pair with what speaks for it. */
export function Overlaps() {
  const { t } = useTranslation();
  const query = useOverlaps();
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const { run, method, items } = query.data;
  return (
    <>
      <Method run={run} method={method} kind="overlaps" />
      {items.length === 0 ? (
        <Empty title={t(run === null ? 'landscape.noRun' : 'landscape.noOverlaps')}>{t('landscape.noOverlapsText')}</Empty>
      ) : (
        <ol className={styles.found} aria-label={t('landscape.overlaps')}>
          {items.map((pair) => (
            <Pair key={pair.place} pair={pair} />
          ))}
        </ol>
      )}
    </>
  );
}

function Pair({ pair }: { pair: Overlap }) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const here = pair.one.communityId !== null && pair.other.communityId !== null;
  return (
    <li>
      <div className={styles.head}>
        <h2 dir="auto">{t('landscape.pair', { one: pair.one.name, other: pair.other.name })}</h2>
        <b>{percent.format(pair.score)}</b>
      </div>
      <dl className={styles.evidence}>
        <div>
          <dt>{t('landscape.byWords', { share: percent.format(pair.words) })}</dt>
          <dd dir="auto">{pair.sharedWords.join(' · ') || t('landscape.nothing')}</dd>
        </div>
        {pair.tags !== null && (
          <div>
            <dt>{t('landscape.byTags', { share: percent.format(pair.tags) })}</dt>
            <dd dir="auto">{pair.sharedTags.map((tag) => `#${tag}`).join(' ') || t('landscape.nothing')}</dd>
          </div>
        )}
        {pair.members !== null && (
          <div>
            <dt>{t('landscape.byMembers', { share: percent.format(pair.members) })}</dt>
            <dd>
              {t('landscape.inBoth', { count: pair.sharedMembers ?? 0 })}{' '}
              <span dir="auto">{pair.memberSample.map(({ displayName }) => displayName).join(', ')}</span>
            </dd>
          </div>
        )}
      </dl>
      {pair.tags === null && <p className="muted">{t('landscape.wordsOnly')}</p>}
      {pair.proposal !== null && <p>{t(`landscape.states.${pair.proposal.state}`)}</p>}
      {here && pair.proposal?.state !== 'open' && <Propose pair={pair} />}
    </li>
  );
}

function Propose({ pair }: { pair: Overlap }) {
  const { t } = useTranslation();
  const propose = useProposeMerge();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');

  function send() {
    if (propose.isPending) return;
    propose.mutate(
      { communityId: pair.one.communityId ?? '', otherId: pair.other.communityId ?? '', note: note.trim() || null },
      { onSuccess: () => showToast(t('landscape.proposed')) },
    );
  }

  if (!open) {
    return (
      <div className={styles.acts}>
        <Button onClick={() => setOpen(true)}>{t('landscape.propose')}</Button>
      </div>
    );
  }
  return (
    <form
      className={styles.propose}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <LinesField label={t('landscape.note')} hint={t('landscape.noteHint')} optional maxLength={1_000} value={note} onChange={setNote} />
      {propose.isError && (
        <Note tone="bad" icon="warn" alert title={t('landscape.proposeFailed')}>
          {detailOf(propose.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button type="submit" kind="primary">
          {t('landscape.sendProposal')}
        </Button>
        <Button kind="plain" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

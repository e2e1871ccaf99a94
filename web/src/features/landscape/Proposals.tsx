import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { Note } from '../../components/Note';
import { Empty, Failed, Skeleton } from '../../components/States';
import { When } from '../../components/When';
import { detailOf } from '../../lib/api/problem';
import type { MergeProposal } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Landscape.module.css';
import { useDecideProposal, useProposals } from './useProposals';

/** Proposals to merge, for those who answer for one of the two. */
export function Proposals() {
  const { t } = useTranslation();
  const query = useProposals();
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.data.items.length === 0) {
    return <Empty title={t('landscape.noProposals')}>{t('landscape.noProposalsText')}</Empty>;
  }
  return (
    <ul className={styles.found} aria-label={t('landscape.proposals')}>
      {query.data.items.map((proposal) => (
        <One key={proposal.id} proposal={proposal} />
      ))}
    </ul>
  );
}

function One({ proposal }: { proposal: MergeProposal }) {
  const { t } = useTranslation();
  const decide = useDecideProposal();
  const sides = [proposal.one, proposal.other];
  const mayAccept = sides.some(({ mine, accepted }) => mine && !accepted);
  const mayDismiss = proposal.mine || sides.some(({ mine }) => mine);
  const act = (decision: 'accept' | 'dismiss') => {
    if (decide.isPending) return;
    decide.mutate({ id: proposal.id, decision }, { onSuccess: () => showToast(t('landscape.decided')) });
  };
  return (
    <li>
      <div className={styles.head}>
        <h2>
          {sides.map(({ id, slug, name }, place) => (
            <span key={id}>
              {place > 0 && ' + '}
              <Link to="/communities/$slug" params={{ slug }} dir="auto">
                {name}
              </Link>
            </span>
          ))}
        </h2>
        <b>{t(`landscape.states.${proposal.state}`)}</b>
      </div>
      <p className="muted">
        {proposal.proposedBy !== null && <span dir="auto">{proposal.proposedBy.displayName} · </span>}
        <When at={proposal.proposedAt} />
      </p>
      {proposal.note !== null && (
        <p>
          <q dir="auto">{proposal.note}</q>
        </p>
      )}
      {sides
        .filter(({ accepted }) => accepted)
        .map(({ id, name }) => (
          <p key={id}>{t('landscape.saidYes', { name })}</p>
        ))}
      {decide.isError && (
        <Note tone="bad" icon="warn" alert title={t('landscape.decideFailed')}>
          {detailOf(decide.error)}
        </Note>
      )}
      {proposal.state === 'accepted' && (
        <div className={styles.acts}>
          {[sides, [...sides].reverse()].map(([from, into]) =>
            from === undefined || into === undefined ? null : (
              <ButtonLink key={from.id} to="/communities/$slug/merge" params={{ slug: from.slug }} search={{ into: into.id }}>
                {t('landscape.mergeNow', { from: from.name, into: into.name })}
              </ButtonLink>
            ),
          )}
        </div>
      )}
      {proposal.state === 'open' && (mayAccept || mayDismiss) && (
        <div className={styles.acts}>
          {mayAccept && (
            <Button kind="primary" onClick={() => act('accept')}>
              {t('landscape.accept')}
            </Button>
          )}
          {mayDismiss && <Button onClick={() => act('dismiss')}>{t('landscape.dismiss')}</Button>}
        </div>
      )}
    </li>
  );
}

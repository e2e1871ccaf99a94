import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Note } from '../../components/Note';
import { useProposals } from './useProposals';

/** Tells those who answer for a community that a merge of it is proposed. */
export function ProposalNote({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const proposals = useProposals();
  const open = proposals.data?.items.find(
    ({ state, one, other }) => state === 'open' && (one.id === communityId || other.id === communityId),
  );
  if (open === undefined) return null;
  const other = open.one.id === communityId ? open.other : open.one;
  return (
    <Note
      icon="info"
      title={t('landscape.proposedWith', { name: other.name })}
      actions={<ButtonLink to="/inventory/proposals">{t('landscape.seeProposal')}</ButtonLink>}
    />
  );
}

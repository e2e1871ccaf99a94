import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MergeCommunity } from '../../features/communities/MergeCommunity';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import { CommunityFor } from './CommunityFor';

/** Who may merge is for the server to say: beside stewards of both, it may be anybody whom an accepted proposal concerns. */
export function MergeCommunityPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/merge' });
  return <CommunityFor slug={slug}>{(community) => <Merge community={community} />}</CommunityFor>;
}

function Merge({ community }: { community: Community }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { into } = useSearch({ from: '/inside/communities/$slug/merge' });
  const title = t('merge.title', { name: community.name });
  return (
    <Page title={title}>
      <PageHead title={title} lead={t('merge.lead')} />
      <MergeCommunity
        community={community}
        begun={into}
        onMerged={(slug) => void navigate({ to: '/communities/$slug', params: { slug } })}
      />
    </Page>
  );
}

import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SplitCommunity } from '../../features/communities/SplitCommunity';
import { isSteward } from '../../features/communities/rights';
import { useSplit } from '../../features/communities/useSplit';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import { CommunityFor } from './CommunityFor';

export function SplitCommunityPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/split' });
  return <CommunityFor slug={slug} may={isSteward}>{(community) => <Split community={community} />}</CommunityFor>;
}

function Split({ community }: { community: Community }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const split = useSplit(community.id);
  const title = t('merge.splitTitle', { name: community.name });
  return (
    <Page title={title}>
      <PageHead title={title} lead={t('merge.splitLead')} />
      <SplitCommunity
        community={community}
        busy={split.isPending}
        error={split.error}
        onSubmit={(request) =>
          split.mutate(request, {
            onSuccess: ({ slug }) => void navigate({ to: '/communities/$slug', params: { slug } }),
          })
        }
      />
    </Page>
  );
}

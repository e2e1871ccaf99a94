import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, NothingHere, Skeleton } from '../../components/States';
import { SplitCommunity } from '../../features/communities/SplitCommunity';
import { isSteward } from '../../features/communities/rights';
import { useCommunity } from '../../features/communities/useCommunity';
import { useSplit } from '../../features/communities/useSplit';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';

export function SplitCommunityPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/inside/communities/$slug/split' });
  const community = useCommunity(slug);
  if (community.data !== undefined && isSteward(community.data)) return <Split community={community.data} />;
  return (
    <Page>
      {community.isPending && <Skeleton label={t('common.loading')} rows={2} />}
      {community.isError && <Failed error={community.error} retry={() => void community.refetch()} />}
      {community.isSuccess && <NothingHere />}
    </Page>
  );
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

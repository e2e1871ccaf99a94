import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, NothingHere, Skeleton } from '../../components/States';
import { isHost } from '../../features/communities/rights';
import { useCommunity } from '../../features/communities/useCommunity';
import { NewPrompts } from '../../features/planner/NewPrompts';
import { Plan } from '../../features/planner/Plan';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';

/** What a community will be asked in the weeks to come. */
export function PlanPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/inside/communities/$slug/plan' });
  const community = useCommunity(slug);
  if (community.data !== undefined && isHost(community.data)) return <Planning community={community.data} />;
  return (
    <Page>
      {community.isPending && <Skeleton label={t('common.loading')} rows={2} />}
      {community.isError && <Failed error={community.error} retry={() => void community.refetch()} />}
      {community.isSuccess && <NothingHere />}
    </Page>
  );
}

function Planning({ community }: { community: Community }) {
  const { t } = useTranslation();
  const { template } = useSearch({ from: '/inside/communities/$slug/plan' });
  const title = t('planner.title', { name: community.name });
  return (
    <Page title={title}>
      <PageHead title={title} lead={t('planner.lead')} />
      <div className="sheet">
        <Plan communityId={community.id} />
      </div>
      <div className="sheet">
        <NewPrompts communityId={community.id} template={template} />
      </div>
    </Page>
  );
}

import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isHost } from '../../features/communities/rights';
import { NewPrompts } from '../../features/planner/NewPrompts';
import { Plan } from '../../features/planner/Plan';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import { CommunityFor } from './CommunityFor';

/** What a community will be asked in the weeks to come. */
export function PlanPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/plan' });
  return <CommunityFor slug={slug} may={isHost}>{(community) => <Planning community={community} />}</CommunityFor>;
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

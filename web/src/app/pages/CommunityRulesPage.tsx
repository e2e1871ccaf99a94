import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, NothingHere, Skeleton } from '../../components/States';
import { RuleEditor } from '../../features/communities/RuleEditor';
import { keepsRules } from '../../features/communities/rights';
import { useCommunity } from '../../features/communities/useCommunity';
import { useRule } from '../../features/communities/useRule';
import type { Community } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';

/** Who is a member by rule. */
export function CommunityRulesPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/inside/communities/$slug/rules' });
  const me = useSignedIn();
  const community = useCommunity(slug);
  if (community.data !== undefined && keepsRules(community.data, me)) return <Rules community={community.data} />;
  return (
    <Page>
      {community.isPending && <Skeleton label={t('common.loading')} rows={2} />}
      {community.isError && <Failed error={community.error} retry={() => void community.refetch()} />}
      {community.isSuccess && <NothingHere />}
    </Page>
  );
}

function Rules({ community }: { community: Community }) {
  const { t } = useTranslation();
  const rule = useRule(community.id);
  const title = t('rules.title', { name: community.name });
  return (
    <Page title={title}>
      <PageHead title={title} lead={t('rules.lead')} />
      {rule.isPending && <Skeleton label={t('common.loading')} rows={2} />}
      {rule.isError && <Failed error={rule.error} retry={() => void rule.refetch()} />}
      {rule.data !== undefined && (
        <>
          <p role="status">{rule.data.settled ? t('rules.byRule', { count: rule.data.members }) : t('rules.moving')}</p>
          <RuleEditor key={rule.data.version} community={community} rule={rule.data} />
        </>
      )}
    </Page>
  );
}

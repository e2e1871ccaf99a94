import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../components/States';
import { RuleEditor } from '../../features/communities/RuleEditor';
import { keepsRules } from '../../features/communities/rights';
import { useRule } from '../../features/communities/useRule';
import type { Community } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';
import { CommunityFor } from './CommunityFor';

/** Who is a member by rule. */
export function CommunityRulesPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/rules' });
  const me = useSignedIn();
  return (
    <CommunityFor slug={slug} may={(community) => keepsRules(community, me)}>
      {(community) => <Rules community={community} />}
    </CommunityFor>
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

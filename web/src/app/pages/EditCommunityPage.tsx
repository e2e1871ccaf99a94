import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommunityForm } from '../../features/communities/CommunityForm';
import { FurtherActs } from '../../features/communities/FurtherActs';
import { isSteward } from '../../features/communities/rights';
import { useUpdateCommunity } from '../../features/communities/useUpdateCommunity';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import { CommunityFor } from './CommunityFor';

export function EditCommunityPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/edit' });
  return (
    <CommunityFor slug={slug} may={(community) => isSteward(community) && !community.archived}>
      {(community) => <Edit community={community} />}
    </CommunityFor>
  );
}

function Edit({ community }: { community: Community }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const update = useUpdateCommunity(community);
  const title = t('communityForm.edit', { name: community.name });
  return (
    <Page title={title}>
      <PageHead title={title} />
      <CommunityForm
        community={community}
        submit={t('common.save')}
        back={`/communities/${community.slug}/about`}
        busy={update.isPending}
        error={update.error}
        onSubmit={(changes) =>
          update.mutate(changes, {
            onSuccess: ({ slug }) => void navigate({ to: '/communities/$slug/about', params: { slug } }),
          })
        }
      />
      <FurtherActs
        community={community}
        onArchived={() => void navigate({ to: '/communities/$slug', params: { slug: community.slug } })}
      />
    </Page>
  );
}

import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, NothingHere, Skeleton } from '../../components/States';
import { CommunityForm } from '../../features/communities/CommunityForm';
import { FurtherActs } from '../../features/communities/FurtherActs';
import { isSteward } from '../../features/communities/rights';
import { useCommunity } from '../../features/communities/useCommunity';
import { useUpdateCommunity } from '../../features/communities/useUpdateCommunity';
import type { Community } from '../../lib/api/types';
import { Page, PageHead } from '../Page';

export function EditCommunityPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/inside/communities/$slug/edit' });
  const community = useCommunity(slug);
  if (community.data !== undefined && isSteward(community.data) && !community.data.archived) return <Edit community={community.data} />;
  return (
    <Page>
      {community.isPending && <Skeleton label={t('common.loading')} rows={2} />}
      {community.isError && <Failed error={community.error} retry={() => void community.refetch()} />}
      {community.isSuccess && <NothingHere />}
    </Page>
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

import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../components/States';
import { MergeCommunity } from '../../features/communities/MergeCommunity';
import { useCommunity } from '../../features/communities/useCommunity';
import { Page, PageHead } from '../Page';

/** Who may merge is for the server to say: beside stewards of both, it may be anybody whom an accepted proposal concerns. */
export function MergeCommunityPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { slug } = useParams({ from: '/inside/communities/$slug/merge' });
  const { into } = useSearch({ from: '/inside/communities/$slug/merge' });
  const community = useCommunity(slug);
  if (community.data === undefined) {
    return (
      <Page>
        {community.isPending && <Skeleton label={t('common.loading')} rows={2} />}
        {community.isError && <Failed error={community.error} retry={() => void community.refetch()} />}
      </Page>
    );
  }
  const title = t('merge.title', { name: community.data.name });
  return (
    <Page title={title}>
      <PageHead title={title} lead={t('merge.lead')} />
      <MergeCommunity
        community={community.data}
        begun={into}
        onMerged={(other) => void navigate({ to: '/communities/$slug', params: { slug: other } })}
      />
    </Page>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, NothingHere, Skeleton } from '../../components/States';
import { useCommunity } from '../../features/communities/useCommunity';
import type { Community } from '../../lib/api/types';
import { Page } from '../Page';

interface CommunityForProps {
  slug: string;
  /** For whom the page is; for others there is nothing here. */
  may?: (community: Community) => boolean;
  children: (community: Community) => ReactNode;
}

/** A page about a community, for those who may do there what it is for. */
export function CommunityFor({ slug, may = () => true, children }: CommunityForProps) {
  const { t } = useTranslation();
  const community = useCommunity(slug);
  if (community.data !== undefined && may(community.data)) return children(community.data);
  return (
    <Page>
      {community.isPending && <Skeleton label={t('common.loading')} rows={2} />}
      {community.isError && <Failed error={community.error} retry={() => void community.refetch()} />}
      {community.isSuccess && <NothingHere />}
    </Page>
  );
}

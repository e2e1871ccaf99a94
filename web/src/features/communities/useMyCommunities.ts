import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Community } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

const none: Community[] = [];

/** The communities in which the reader takes part and that live, as far as a menu can hold them. */
export function useMyCommunities(): Community[] {
  const { data } = useQuery({
    queryKey: keys.communities.mine,
    queryFn: () => answered(api.GET('/api/v1/communities', { params: { query: { mine: true, limit: 100 } } })),
    select: ({ items }) => items.filter(({ archived }) => !archived),
    staleTime: 5 * 60_000,
  });
  return data ?? none;
}

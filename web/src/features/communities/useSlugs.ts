import { useQueries } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';
import { useMyCommunities } from './useMyCommunities';

/** Ways to the pages of some communities, as they become known; one's own are known already. */
export function useSlugs(ids: string[]): (id: string) => string | undefined {
  const mine = new Map(useMyCommunities().map(({ id, slug }) => [id, slug]));
  const missing = ids.filter((id) => !mine.has(id));
  const others = useQueries({
    queries: missing.map((id) => ({
      queryKey: keys.communities.byId(id),
      queryFn: () => answered(api.GET('/api/v1/communities/{id}', { params: { path: { id } } })),
      staleTime: 15 * 60_000,
      retry: false,
    })),
  });
  const slugs = new Map([...mine, ...others.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data.slug] as const]))]);
  return (id) => slugs.get(id);
}

import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { ApiError } from '../../lib/api/problem';
import { keys } from '../../lib/queryKeys';

/** A community by the slug in its address; one that is not there for the reader is a 404 like any other. */
export function useCommunity(slug: string) {
  return useQuery({
    queryKey: keys.communities.bySlug(slug),
    queryFn: async () => {
      const page = await answered(api.GET('/api/v1/communities', { params: { query: { slug, limit: 1 } } }));
      const community = page.items[0];
      if (community === undefined) throw new ApiError(404, null);
      return community;
    },
  });
}

import { useQueries } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { statusOf } from '../../lib/api/problem';
import { keys } from '../../lib/queryKeys';

/** The posts behind a reason, as the reader may see them now. */
export function useEvidencePosts(ids: string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.posts.one(id),
      queryFn: () => answered(api.GET('/api/v1/posts/{id}', { params: { path: { id } } })),
      retry: (times: number, error: unknown) => statusOf(error) !== 404 && times < 2,
    })),
  });
}

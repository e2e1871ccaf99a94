import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { CatchUp } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

const most = 30;

/** What happened meanwhile. It stays as it is while somebody reads, so that the end comes nearer. */
export function useCatchUp() {
  return useQuery({
    queryKey: keys.catchUp,
    queryFn: () => answered(api.GET('/api/v1/catch-up', { params: { query: { limit: most } } })),
    staleTime: 5 * 60_000,
  });
}

/** Takes threads away at once; the returned function brings them back when that could not be kept. */
function takeAway(client: QueryClient, taken: (news: CatchUp) => Partial<CatchUp>): () => void {
  const before = client.getQueryData<CatchUp>(keys.catchUp);
  client.setQueryData<CatchUp>(keys.catchUp, (news) => news && { ...news, ...taken(news) });
  return () => client.setQueryData(keys.catchUp, before);
}

/** Done with one thread. */
export function useFinishThread() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, until }: { id: string; until: string }) =>
      answered(api.PUT('/api/v1/catch-up/{id}', { params: { path: { id } }, body: { until } })),
    onMutate: ({ id }) => takeAway(client, ({ items }) => ({ items: items.filter(({ post }) => post.id !== id) })),
    onError: (_error, _thread, bringBack) => bringBack?.(),
  });
}

/** Done with everything that was there. */
export function useFinishAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: string) => answered(api.PUT('/api/v1/catch-up', { body: { until } })),
    onMutate: () => takeAway(client, () => ({ items: [], more: false })),
    onError: (_error, _until, bringBack) => bringBack?.(),
  });
}

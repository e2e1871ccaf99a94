import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, withCursor } from '../../lib/api/paging';
import type { CreateWebhook, UpdateWebhook, Webhook } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

const watching = 3_000;

export function useWebhooks() {
  return useInfiniteQuery({
    queryKey: keys.webhooks.list,
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/webhooks', { params: { query: withCursor(pageParam) } })),
    ...byCursor,
  });
}

export function useWebhook(id: string) {
  return useQuery({
    queryKey: keys.webhooks.one(id),
    queryFn: () => answered(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } })),
  });
}

/** The log; read again every few seconds while something in it waits. */
export function useDeliveries(id: string) {
  return useInfiniteQuery({
    queryKey: keys.webhooks.deliveries(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query: withCursor(pageParam) } }),
      ),
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some(({ state }) => state === 'waiting')) ? watching : false,
    ...byCursor,
  });
}

export function useCreateWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateWebhook) => answered(api.POST('/api/v1/webhooks', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.webhooks.list }),
  });
}

export function useUpdateWebhook({ id, version }: Pick<Webhook, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdateWebhook) =>
      answered(
        api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.webhooks.all }),
  });
}

export function useDeleteWebhook(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      client.removeQueries({ queryKey: keys.webhooks.one(id) });
      return client.invalidateQueries({ queryKey: keys.webhooks.list });
    },
  });
}

export function usePing(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/api/v1/webhooks/{id}/ping', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.webhooks.deliveries(id) }),
  });
}

export function useRedeliver(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (delivery: string) =>
      answered(
        api.POST('/api/v1/webhooks/{id}/deliveries/{delivery}/redeliver', { params: { path: { id, delivery } } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.webhooks.deliveries(id) }),
  });
}

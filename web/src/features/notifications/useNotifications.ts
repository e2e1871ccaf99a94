import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: keys.notifications.list,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/notifications', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}

/** How many notifications hold something that the reader has not seen. */
export function useUnread(): number {
  const query = useQuery({
    queryKey: keys.notifications.unread,
    queryFn: () => answered(api.GET('/api/v1/notifications/unread')),
  });
  return query.data?.notifications ?? 0;
}

/** Some notifications were seen, or all until a moment. */
export function useSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (seen: { ids: string[] } | { until: string }) => answered(api.POST('/api/v1/notifications/read', { body: seen })),
    onSuccess: (unread) => {
      client.setQueryData(keys.notifications.unread, unread);
      return client.invalidateQueries({ queryKey: keys.notifications.list });
    },
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { ChangeMailPreferences } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** What the reader wants to be mailed. */
export function useMailPreferences() {
  return useQuery({ queryKey: keys.notifications.preferences, queryFn: () => answered(api.GET('/api/v1/notifications/preferences')) });
}

export function useChangeMailPreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: ChangeMailPreferences) => answered(api.PUT('/api/v1/notifications/preferences', { body: wanted })),
    onSuccess: (kept) => client.setQueryData(keys.notifications.preferences, kept),
  });
}

/** Ends the digest of whoever has this key in their mails, signed in or not. */
export function useUnsubscribe() {
  return useMutation({
    mutationFn: (key: string) => answered(api.POST('/api/v1/notifications/unsubscribe/{key}', { params: { path: { key } } })),
  });
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

const pause = 1_000;

/** Begins to gather everything that is kept about the one who asks. */
export function useBeginExport() {
  return useMutation({ mutationFn: () => answered(api.POST('/api/v1/me/export')) });
}

/** Asks until everything is gathered. */
export function useExport(id: string | undefined) {
  return useQuery({
    queryKey: keys.exports(id ?? ''),
    queryFn: () => answered(api.GET('/api/v1/exports/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'ready' ? false : pause),
  });
}

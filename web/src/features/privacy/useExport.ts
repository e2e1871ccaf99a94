import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

const pause = 1_000;

/** Begins to gather everything that is kept about the one who asks. */
export function useBeginExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/api/v1/me/export')),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.exports }),
  });
}

/** What was gathered in the last day; asks again until all of it is whole. */
export function useExports() {
  return useQuery({
    queryKey: keys.exports,
    queryFn: () => answered(api.GET('/api/v1/me/export')),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'gathering') ? pause : false),
  });
}

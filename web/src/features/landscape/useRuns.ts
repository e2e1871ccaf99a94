import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api } from '../../lib/api/client';
import type { LandscapeRuns } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

const pause = 1_000;

function waits(runs: LandscapeRuns | undefined): boolean {
  return runs?.items.some(({ finishedAt }) => finishedAt === null) ?? false;
}

/** When gaps and overlaps were looked for; what was found is read again once a run has ended. */
export function useRuns() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.landscape.runs,
    queryFn: () => answered(api.GET('/api/v1/inventory/runs')),
    refetchInterval: ({ state }) => (waits(state.data) ? pause : false),
  });
  const newest = query.data?.items.find(({ finishedAt, failed }) => finishedAt !== null && !failed)?.id;
  useEffect(() => {
    if (newest === undefined) return;
    void client.invalidateQueries({ queryKey: keys.landscape.gaps });
    void client.invalidateQueries({ queryKey: keys.landscape.overlaps });
  }, [client, newest]);
  return { ...query, waiting: waits(query.data) };
}

/** Asks for a run. */
export function useLook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/api/v1/inventory/runs')),
    onSuccess: (runs) => client.setQueryData(keys.landscape.runs, runs),
  });
}

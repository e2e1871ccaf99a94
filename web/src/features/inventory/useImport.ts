import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

const pause = 1_000;

interface Sending {
  file: File;
  dryRun: boolean;
}

/** Sends a file of communities and members, to be checked or to be taken in. */
export function useSendInventory() {
  return useMutation({
    mutationFn: ({ file, dryRun }: Sending) =>
      answered(
        api.POST('/api/v1/inventory/import', {
          params: { query: { dryRun }, header: { Prefer: 'respond-async' } },
          headers: { 'Content-Type': file.name.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv' },
          // The document describes the table; the file is sent as it is
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body as BodyInit,
        }),
      ),
  });
}

/** Asks until every row has its outcome. */
export function useImportReport(id: string | undefined) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.inventory.report(id ?? ''),
    queryFn: () => answered(api.GET('/api/v1/inventory/imports/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (ended(state.data?.state) ? false : pause),
  });
  const written = query.data !== undefined && !query.data.dryRun && ended(query.data.state);
  useEffect(() => {
    if (!written) return;
    void client.invalidateQueries({ queryKey: keys.inventory.lists });
    void client.invalidateQueries({ queryKey: keys.communities.all });
  }, [client, written]);
  return query;
}

export function ended(state: string | undefined): boolean {
  return state === 'done' || state === 'failed';
}

import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, statusOf } from './api/problem';
import { keys } from './queryKeys';

/** A client whose queries notice that the session has ended: then the shell asks who is there and shows the sign-in. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (statusOf(error) === 401 && query.queryKey !== keys.me) void client.invalidateQueries({ queryKey: keys.me });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 15 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => isPassing(error) && failures < 2,
      },
    },
  });
  return client;
}

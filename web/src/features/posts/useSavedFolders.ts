import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

export function useSavedFolders(wanted = true) {
  return useQuery({
    queryKey: keys.feeds.savedFolders,
    queryFn: () => answered(api.GET('/api/v1/feeds/saved/folders')),
    enabled: wanted,
  });
}

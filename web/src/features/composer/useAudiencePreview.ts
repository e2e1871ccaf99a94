import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Audience } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** How many people could read it, before it is published. */
export function useAudiencePreview(audience: Audience) {
  return useQuery({
    queryKey: keys.audience(audience.type, audience.communityId ?? null),
    queryFn: () => answered(api.POST('/api/v1/audiences/preview', { body: { audience } })),
    staleTime: 60_000,
  });
}

import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { isPassing } from '../api/problem';
import type { Me } from '../api/types';
import { keys } from '../queryKeys';

/** Who is signed in. An error with status 401 means nobody. */
export function useMe() {
  return useQuery({
    queryKey: keys.me,
    queryFn: () => answered(api.GET('/api/v1/me')),
    staleTime: 5 * 60_000,
    retry: (failures, error) => isPassing(error) && failures < 6,
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 8_000),
  });
}

/** The signed-in person; only for what is drawn inside the shell, which waits for them. */
export function useSignedIn(): Me {
  const { data } = useMe();
  if (data === undefined) throw new Error('Drawn before the session is known');
  return data;
}

export function hasRole(me: Me, ...roles: string[]): boolean {
  return roles.some((role) => me.roles.includes(role));
}

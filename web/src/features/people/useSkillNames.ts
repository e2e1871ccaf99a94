import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** Words that others use for skills and interests, while somebody types. */
export function useSkillNames(typed: string): string[] {
  const [prefix] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: keys.skills(prefix.toLowerCase()),
    queryFn: () => answered(api.GET('/api/v1/skills', { params: { query: { prefix, limit: 10 } } })),
    enabled: prefix !== '',
    placeholderData: keepPreviousData,
  });
  return data?.items.map(({ name }) => name) ?? [];
}

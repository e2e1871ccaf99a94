import type { Community } from '../../lib/api/types';

/** The norms of a community, one a line. */
export function normsOf(community: Community): string[] {
  return community.norms?.split('\n').filter((line) => line.trim() !== '') ?? [];
}

import type { Community } from '../../lib/api/types';

/** Followers watch; whoever has another role may write. */
export function mayWrite({ mine }: Community): boolean {
  return mine.role !== null && mine.role !== 'follower';
}

export function isSteward({ mine }: Community): boolean {
  return mine.role === 'steward';
}

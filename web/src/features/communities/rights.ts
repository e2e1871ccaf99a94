import type { Community, Me } from '../../lib/api/types';
import { hasRole } from '../../lib/session/useMe';

/** Followers watch; whoever has another role may write, until it is archived. */
export function mayWrite({ mine, archived }: Community): boolean {
  return !archived && mine.role !== null && mine.role !== 'follower';
}

export function isSteward({ mine }: Community): boolean {
  return mine.role === 'steward';
}

/** Those who care for it ask people in; into an open one, whoever takes part. */
export function mayInvite(community: Community): boolean {
  return !community.archived && (isHost(community) || (community.visibility === 'open' && community.mine.role === 'member'));
}

/** Who cares for a community: they plan what it is asked. */
export function isHost({ mine }: Community): boolean {
  return mine.role === 'steward' || mine.role === 'facilitator';
}

/** Rules read what HR knows, so a steward alone does not keep them. */
export function keepsRules(community: Community, me: Me): boolean {
  return isSteward(community) && hasRole(me, 'learning', 'admin');
}

import type { Me, WebhookEvent } from '../../lib/api/types';
import { hasRole } from '../../lib/session/useMe';

/** What can be subscribed to, with the name of its words. */
export const webhookEvents = [
  { event: 'org.outloud.person.changed.v1', words: 'person' },
  { event: 'org.outloud.community.changed.v1', words: 'community' },
  { event: 'org.outloud.membership.changed.v1', words: 'membership' },
  { event: 'org.outloud.recognition.changed.v1', words: 'recognition' },
] as const satisfies readonly { event: WebhookEvent; words: string }[];

/** Events of people are for HR and administrators. */
export function eventsFor(me: Me) {
  return webhookEvents.filter(({ words }) => words !== 'person' || hasRole(me, 'admin'));
}

export function wordsOf(event: string) {
  return webhookEvents.find((each) => each.event === event)?.words;
}

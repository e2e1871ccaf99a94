import { type Finding, withoutWords } from '../../lib/api/guard';
import type { Audience, DraftContent, PostKind, PublishPost } from '../../lib/api/types';
import { readStored, writeStored } from '../../lib/stored';

/** Everything that was written, whatever its kind: changing the kind loses nothing. */
export interface Draft {
  kind: PostKind;
  doing: string;
  learned: string;
  need: string;
  title: string;
  body: string;
  url: string;
  audience: Audience;
}

export const emptyDraft: Draft = {
  kind: 'working-out-loud',
  doing: '',
  learned: '',
  need: '',
  title: '',
  body: '',
  url: '',
  audience: { type: 'everyone' },
};

const kinds: readonly PostKind[] = ['working-out-loud', 'plain', 'question', 'link', 'story'];

/** A draft as the server kept it; what it does not say is empty. */
export function asDraft({ kind, audience, ...words }: DraftContent): Draft {
  const draft: Draft = { ...emptyDraft, ...(audience && { audience }), kind: kinds.find((each) => each === kind) ?? emptyDraft.kind };
  for (const field of texts) draft[field] = words[field] ?? '';
  return draft;
}

/** What was sent as a post, as a draft again. */
export function draftOf({ kind, audience, body, doing, learned, need }: PublishPost): Draft {
  const draft: Draft = { ...emptyDraft, kind, audience, doing: doing ?? '', learned: learned ?? '', need: need ?? '', body: body ?? '' };
  const parts = draft.body.split('\n\n');
  if (kind === 'question' || kind === 'story') return { ...draft, title: parts[0] ?? '', body: parts.slice(1).join('\n\n') };
  if (kind === 'link') return { ...draft, url: parts.at(-1) ?? '', body: parts.slice(0, -1).join('\n\n') };
  return draft;
}

export const limits = { station: 5_000, body: 20_000, title: 240, url: 2_000 };

export type Text = 'doing' | 'learned' | 'need' | 'title' | 'body' | 'url';
const texts: readonly Text[] = ['doing', 'learned', 'need', 'title', 'body', 'url'];

export function isEmpty(draft: Draft): boolean {
  return texts.every((field) => draft[field].trim() === '');
}

const place = (personId: string) => `draft.${personId}`;

export function readDraft(personId: string): Draft | null {
  const stored = readStored<Partial<Draft>>(place(personId));
  return stored === null ? null : { ...emptyDraft, ...stored };
}

/** Keeps a draft in this browser; an empty one is forgotten. Says whether it is safe. */
export function keepDraft(personId: string, draft: Draft | null): boolean {
  return writeStored(place(personId), draft === null || isEmpty(draft) ? null : draft);
}

export type Lack = 'composer.emptyWol' | 'composer.emptyBody' | 'composer.emptyUrl';

/** What is missing before it can be posted. */
export function lackOf(draft: Draft): Lack | null {
  switch (draft.kind) {
    case 'working-out-loud':
      return [draft.doing, draft.learned, draft.need].some((text) => text.trim() !== '') ? null : 'composer.emptyWol';
    case 'link':
      return /^https?:\/\/\S+$/i.test(draft.url.trim()) ? null : 'composer.emptyUrl';
    default:
      return bodyOf(draft) === '' ? 'composer.emptyBody' : null;
  }
}

/** The body of a post: a question's or story's title is its first paragraph, a link's address its last. */
export function bodyOf({ kind, title, body, url }: Draft): string {
  const parts = kind === 'question' || kind === 'story' ? [title, body] : kind === 'link' ? [body, url] : [body];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
}

export function toPost(draft: Draft): PublishPost {
  const { kind, audience } = draft;
  if (kind !== 'working-out-loud') return { kind, audience, body: bodyOf(draft) };
  return {
    kind,
    audience,
    doing: draft.doing.trim() || null,
    learned: draft.learned.trim() || null,
    need: draft.need.trim() || null,
  };
}

/** The draft without the words that the guard found. */
export function withoutFindings(draft: Draft, findings: readonly Finding[]): Draft {
  const left = texts.map((field) => [field, withoutWords(draft[field], findings)]);
  return { ...draft, ...(Object.fromEntries(left) as Record<Text, string>) };
}

/** The text as it can be taken elsewhere. */
export function asText(draft: Draft): string {
  if (draft.kind !== 'working-out-loud') return bodyOf(draft);
  return [draft.doing, draft.learned, draft.need].filter((text) => text.trim() !== '').join('\n\n');
}

export function tooLongBy(draft: Draft): number {
  const over = (text: string, limit: number) => Math.max(0, text.trim().length - limit);
  if (draft.kind !== 'working-out-loud') return over(bodyOf(draft), limits.body);
  return Math.max(...[draft.doing, draft.learned, draft.need].map((text) => over(text, limits.station)));
}

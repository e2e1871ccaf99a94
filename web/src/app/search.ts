import type { FoundKind, PostKind, Stage } from '../lib/api/types';
import { type Template, templateOf } from '../lib/templates';

/** What an address says after its question mark; anything it does not know is left out. */
type Raw = Record<string, unknown>;

export const homeFilters = ['everything', 'asks', 'learned'] as const;
export type HomeFilter = (typeof homeFilters)[number];

export const postKinds: readonly PostKind[] = ['working-out-loud', 'question', 'plain', 'link', 'story'];

export const stages: readonly Stage[] = [
  'potential',
  'coalescing',
  'maturing',
  'stewardship',
  'transformation',
  'dormant',
  'closed',
];

export const inventoryViews = ['overdue', 'unstewarded', 'quiet'] as const;
export const inventorySorts = ['reviewBy', 'name', 'size', 'lastActivity'] as const;

function oneOf<Value extends string>(known: readonly Value[], value: unknown): Value | undefined {
  return known.find((each) => each === value);
}

function text(value: unknown, longest = 200): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, longest) : undefined;
}

export function homeSearch(raw: Raw): { show?: Exclude<HomeFilter, 'everything'> } {
  const show = oneOf(['asks', 'learned'] as const, raw['show']);
  return show === undefined ? {} : { show };
}

/** What waits is shown unless something else is asked for. */
export function moderationSearch(raw: Raw): { show?: 'decided' | 'people' | 'record' } {
  const show = oneOf(['decided', 'people', 'record'] as const, raw['show']);
  return show === undefined ? {} : { show };
}

export function mergeSearch(raw: Raw): { into?: string } {
  const into = text(raw['into'], 36);
  return into === undefined ? {} : { into };
}

export function newEntrySearch(raw: Raw): { post?: string } {
  const post = text(raw['post'], 36);
  return post === undefined ? {} : { post };
}

export interface WriteSearch {
  kind?: PostKind;
  community?: string;
  /** The user name of somebody to ask. */
  ask?: string;
}

export function writeSearch(raw: Raw): WriteSearch {
  const kind = oneOf(postKinds, raw['kind']);
  const community = text(raw['community']);
  const ask = text(raw['ask'], 80);
  return { ...(kind && { kind }), ...(community !== undefined && { community }), ...(ask !== undefined && { ask }) };
}

export function topicSearch(raw: Raw): { topic?: string } {
  const topic = text(raw['topic']);
  return topic === undefined ? {} : { topic };
}

export function savedSearch(raw: Raw): { folder?: string; q?: string } {
  const folder = raw['folder'] === '' ? '' : text(raw['folder']);
  const q = text(raw['q']);
  return { ...(folder !== undefined && { folder }), ...(q !== undefined && { q }) };
}

export function listSearch(raw: Raw): { q?: string } {
  const q = text(raw['q']);
  return q === undefined ? {} : { q };
}

const foundKinds: readonly FoundKind[] = [...postKinds, 'comment'];
const days = /^\d{4}-\d{2}-\d{2}$/;

export interface FindSearch {
  q?: string;
  kind?: FoundKind;
  author?: string;
  community?: string;
  tag?: string;
  from?: string;
  to?: string;
}

export function findSearch(raw: Raw): FindSearch {
  const kind = oneOf(foundKinds, raw['kind']);
  const words = (['q', 'author', 'community', 'tag'] as const).flatMap((field) => {
    const value = text(raw[field]);
    return value === undefined ? [] : [[field, value]];
  });
  const dates = (['from', 'to'] as const).flatMap((field) => {
    const value = text(raw[field]);
    return value !== undefined && days.test(value) ? [[field, value]] : [];
  });
  return { ...Object.fromEntries([...words, ...dates]), ...(kind && { kind }) };
}

export interface PeopleSearch {
  q?: string;
  department?: string;
  location?: string;
  skill?: string;
  following?: true;
}

export function peopleSearch(raw: Raw): PeopleSearch {
  const fields = ['q', 'department', 'location', 'skill'] as const;
  const texts: PeopleSearch = Object.fromEntries(
    fields.flatMap((field) => {
      const value = text(raw[field], field === 'skill' ? 80 : field === 'q' ? 200 : 120);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return raw['following'] === true ? { ...texts, following: true } : texts;
}

/** One's own profile can be looked at as others see it. */
export function profileSearch(raw: Raw): { as?: 'network' | 'everyone' } {
  const as = oneOf(['network', 'everyone'] as const, raw['as']);
  return as === undefined ? {} : { as };
}

export interface NewCommunitySearch {
  name?: string;
  domain?: string;
  /** What people say about it, to begin its purpose with. */
  words?: string;
}

export function newCommunitySearch(raw: Raw): NewCommunitySearch {
  const name = text(raw['name'], 120);
  const domain = text(raw['domain'], 120);
  const words = text(raw['words'], 300);
  return { ...(name !== undefined && { name }), ...(domain !== undefined && { domain }), ...(words !== undefined && { words }) };
}

/** Whose prompts stand there to begin with. */
export function planSearch(raw: Raw): { template?: Template } {
  const template = templateOf(raw['template']);
  return template === undefined ? {} : { template };
}

export interface InventorySearch {
  q?: string;
  domain?: string;
  stage?: Stage;
  host?: 'outloud';
  view?: (typeof inventoryViews)[number];
  sort?: (typeof inventorySorts)[number];
}

export function inventorySearch(raw: Raw): InventorySearch {
  const q = text(raw['q']);
  const domain = text(raw['domain']);
  const stage = oneOf(stages, raw['stage']);
  const host = oneOf(['outloud'] as const, raw['host']);
  const view = oneOf(inventoryViews, raw['view']);
  const sort = oneOf(inventorySorts, raw['sort']);
  return {
    ...(q !== undefined && { q }),
    ...(domain !== undefined && { domain }),
    ...(stage && { stage }),
    ...(host && { host }),
    ...(view && { view }),
    ...(sort && { sort }),
  };
}

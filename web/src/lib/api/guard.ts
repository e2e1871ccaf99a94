import { ApiError } from './problem';

/** Words of a text that a pattern of the organisation found. */
export interface Finding {
  rule: string;
  name: string;
  advice: string;
  words: string;
  blocked: boolean;
}

/** What the guard found in what was sent; empty when something else went wrong, or nothing. */
export function findingsOf(error: unknown, sent: object): Finding[] {
  if (!(error instanceof ApiError) || error.problem?.type !== '/problems/confidential') return [];
  const texts = new Map<string, unknown>(Object.entries(sent));
  return (error.problem.errors ?? []).flatMap(({ field, code, detail, place }) => {
    const text = texts.get(field);
    if (place === undefined || typeof text !== 'string') return [];
    const words = text.slice(place.from, place.to);
    return [{ rule: place.rule, name: place.name, advice: detail, words, blocked: code === 'blocked' }];
  });
}

export function withoutWords(text: string, findings: readonly Finding[]): string {
  return findings.reduce((left, { words }) => left.replaceAll(` ${words}`, '').replaceAll(words, ''), text);
}

/** Patterns that found something harmless, as a query of the request. */
export function acknowledging(rules: readonly string[]): { acknowledge?: string[] } {
  return rules.length === 0 ? {} : { acknowledge: [...rules] };
}

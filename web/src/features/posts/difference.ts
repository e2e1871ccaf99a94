import { diffWordsWithSpace } from 'diff';
import type { Edition } from '../../lib/api/types';

export type Part = 'doing' | 'learned' | 'need' | 'body';

const parts: readonly Part[] = ['doing', 'learned', 'need', 'body'];

export interface Piece {
  text: string;
  change: 'same' | 'added' | 'removed';
}

export interface Difference {
  part: Part;
  pieces: Piece[];
}

/** What an edition changed, part by part; of the first one everything as it was. */
export function differences(now: Edition, before: Edition | null): Difference[] {
  return parts.flatMap((part) => {
    const text = now[part] ?? '';
    const old = before === null ? text : (before[part] ?? '');
    if (text === old) return before === null && text !== '' ? [{ part, pieces: [{ text, change: 'same' as const }] }] : [];
    const pieces = diffWordsWithSpace(old, text).map(({ value, added, removed }): Piece => {
      return { text: value, change: added ? 'added' : removed ? 'removed' : 'same' };
    });
    return [{ part, pieces }];
  });
}

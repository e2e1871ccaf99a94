/** What twelve weeks show, in a word. */
export type Trend = 'rising' | 'falling' | 'steady' | 'none';

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Compares the later half with the earlier; a change under a third is steady. */
export function trendOf(weeks: readonly number[]): Trend {
  const half = Math.floor(weeks.length / 2);
  const before = sum(weeks.slice(0, half));
  const after = sum(weeks.slice(half));
  if (before + after === 0) return 'none';
  if (after > before * 1.33) return 'rising';
  if (after < before * 0.67) return 'falling';
  return 'steady';
}

/** Bars of at most 16 in a box 20 high, seven apart, as the path of an SVG. */
export function barsOf(weeks: readonly number[]): string {
  const most = Math.max(1, ...weeks);
  return weeks.map((count, week) => `M${2 + week * 7} 18v-${Math.max(0.5, (count / most) * 16).toFixed(1)}`).join('');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstGrapheme(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return '';
}

function parts(name: string): string[] {
  return name.trim().split(/\s+/u).filter(Boolean);
}

/** The first grapheme of the first and the last part; of a single name only one. */
export function initials(name: string): string {
  const all = parts(name);
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) return '?';
  return all.length === 1 ? firstGrapheme(first) : firstGrapheme(first) + firstGrapheme(last);
}

/** What a person is called in a sentence. */
export function firstName(name: string): string {
  return parts(name)[0] ?? name;
}

/** One of eight colours, always the same for the same thing. */
export function colourOf(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return (hash % 8) + 1;
}

import { expect, test } from 'vitest';
import de from './de';
import en from './en';

type Words = { [key: string]: string | Words };

function flat(words: Words, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
}

const english = new Map(flat(en));
const german = new Map(flat(de));
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)|<(\w+)>/g)].map(([, name, tag]) => name ?? tag).sort();

test('both languages have the same keys', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
});

test('no sentence is empty, and none loses a placeholder', () => {
  for (const [key, text] of english) {
    const other = german.get(key) ?? '';
    expect(other.trim(), key).not.toBe('');
    if (!key.endsWith('_one')) expect(placeholders(other), key).toEqual(placeholders(text));
  }
});

test('every sentence is used', () => {
  const files = import.meta.glob<string>('/src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
  const source = Object.entries(files)
    .filter(([path]) => !path.includes('i18n') && !path.includes('schema.d.ts'))
    .map(([, text]) => text)
    .join('\n');
  const built = [...source.matchAll(/`([a-zA-Z.]+)\$\{/g)].map(([, start]) => start ?? '');
  const unused = [...english.keys()]
    .map((key) => key.replace(/_(one|other)$/, ''))
    .filter((key) => !source.includes(`'${key}'`) && !source.includes(`"${key}"`) && !built.some((start) => key.startsWith(start)));
  expect([...new Set(unused)]).toEqual([]);
});

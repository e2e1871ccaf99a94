import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';

const imports = /from '(\.[^']+)'|import\('(\.[^']+)'\)/g;

function layerOf(path: string): string {
  const [, layer = '', name = ''] = path.split('/');
  return layer === 'features' ? `features/${name}` : layer;
}

function reaches(path: string): string[] {
  return [...(texts.get(path) ?? '').matchAll(imports)].map(([, fixed, lazy]) => join(dirname(path), fixed ?? lazy ?? '.'));
}

const files = import.meta.glob<string>('/src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const texts = new Map(Object.entries(files).map(([path, text]) => [path.slice(1), text]));
const sources = [...texts.keys()].filter((path) => !path.includes('.test.') && !path.startsWith('src/test'));

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(100);
});

test('features never import each other, so that each can be read and changed alone', () => {
  const wrong = sources
    .filter((path) => path.startsWith('src/features/'))
    .flatMap((path) =>
      reaches(path)
        .filter((target) => !['lib', 'components', layerOf(path)].includes(layerOf(target)))
        .map((target) => `${path} -> ${target}`),
    );
  expect(wrong).toEqual([]);
});

test('components and lib know nothing of features or pages', () => {
  const wrong = sources
    .filter((path) => /^src\/(components|lib)\//.test(path))
    .flatMap((path) => reaches(path).filter((target) => /^src\/(features|app)\//.test(target)).map((target) => `${path} -> ${target}`));
  expect(wrong).toEqual([]);
});

test('nothing is typed as any', () => {
  const wrong = sources.filter((path) => !path.endsWith('.d.ts') && /(:|as|<)\s*any\b/.test(texts.get(path) ?? ''));
  expect(wrong).toEqual([]);
});

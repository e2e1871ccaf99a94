import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Part {
  dev?: boolean;
  license?: string;
}

const allowed = new Set(['0BSD', '(MIT OR CC0-1.0)', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1', 'Unlicense']);

test('whatever goes to browsers may be passed on with the product', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Part> };
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  expect(shipped.length).toBeGreaterThan(50);
  expect(shipped.filter(([, { license }]) => !allowed.has(license ?? '')).map(([path]) => path)).toEqual([]);
});

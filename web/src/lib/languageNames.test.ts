import { expect, test } from 'vitest';
import { languageNames } from './languageNames';

test('codes are called as the reader calls the language', () => {
  expect(languageNames(['da', 'en', 'pt-BR'], 'en')).toBe('Danish, English, Brazilian Portuguese');
  expect(languageNames(['da', 'en'], 'de')).toBe('Dänisch, Englisch');
});

test('what is no code of a language stays as it was written', () => {
  expect(languageNames(['some Dutch', 'Deutsch', 'qqx'], 'en')).toBe('some Dutch, Deutsch, qqx');
  expect(languageNames(['en-1'], 'en')).toBe('en-1');
});

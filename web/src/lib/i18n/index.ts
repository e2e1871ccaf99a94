import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readStored, writeStored } from '../stored';
import de from './de';
import en from './en';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The language chosen here before, else the browser's first one that we have. */
export function preferredLanguage(): Language {
  const chosen = readStored<string>('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function chooseLanguage(language: Language): void {
  writeStored('language', language);
  void i18next.changeLanguage(language);
}

/** The reader's own region when it speaks the chosen language; dates then look as they expect. */
export function localeFor(language: string): string {
  const own = navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  if (own === undefined || own === 'en-US') return language === 'en' ? 'en-GB' : language;
  return own;
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

void i18next.use(initReactI18next).init({
  lng: preferredLanguage(),
  fallbackLng: 'en',
  resources: { en: { translation: en }, de: { translation: de } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

export default i18next;

import type { TFunction } from 'i18next';

/** Kinds of communities that organisations begin with, each with words to begin with. */
export const templates = ['practice', 'alumni', 'onboarding', 'language'] as const;
export type Template = (typeof templates)[number];

export function templateOf(value: unknown): Template | undefined {
  return templates.find((each) => each === value);
}

export type TemplateWords = Record<'purpose' | 'practice' | 'rhythm' | 'norms', string>;

/** What a community of that kind says about itself, in the language of the reader. */
export function wordsOf(template: Template, t: TFunction): TemplateWords {
  return {
    purpose: t(`templates.${template}.purpose`),
    practice: t(`templates.${template}.practice`),
    rhythm: t(`templates.${template}.rhythm`),
    norms: t(`templates.${template}.norms`),
  };
}

/** What it is asked in its first weeks. */
export function promptsOf(template: Template, t: TFunction): string[] {
  return t(`templates.${template}.prompts`).split('\n');
}

import { useTranslation } from 'react-i18next';
import type { RuleReason } from '../../lib/api/types';

/** Conditions in words: “department is Engineering, works for Bo”. */
export function useReasonWords() {
  const { t } = useTranslation();
  return (reasons: RuleReason[]) =>
    reasons.map(({ attribute, label }) => t(`rules.reasons.${attribute}`, { name: label ?? t('rules.gone') })).join(', ');
}

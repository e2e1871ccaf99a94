import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ChoiceField } from '../../components/Field';
import { SearchField } from '../../components/SearchField';
import type { Community, RuleAttribute, RuleReason } from '../../lib/api/types';
import rules from './Rules.module.css';
import { useReasonWords } from './useReasonWords';
import { useRuleChoices } from './useRuleChoices';

const attributes = ['department', 'manager', 'group'] as const satisfies readonly RuleAttribute[];
const most = 8;

interface AddConditionProps {
  community: Community;
  taken: RuleReason[];
  add: (condition: RuleReason) => void;
}

/** What HR knows, to choose from: nobody types a department that does not exist. */
export function AddCondition({ community, taken, add }: AddConditionProps) {
  const { t } = useTranslation();
  const words = useReasonWords();
  const [attribute, setAttribute] = useState<RuleAttribute>('department');
  const [q, setQ] = useState('');
  const search = useCallback((text: string) => setQ(text), []);
  const choices = useRuleChoices(community.id, attribute, q);
  const found = (choices.data?.items ?? [])
    .filter(({ value }) => !taken.some((each) => each.attribute === attribute && each.value === value))
    .slice(0, most);
  return (
    <div className={rules.add} role="group" aria-label={t('rules.add')}>
      <ChoiceField
        label={t('rules.attribute')}
        value={attribute}
        onChange={(chosen) => setAttribute(attributes.find((each) => each === chosen) ?? 'department')}
        options={attributes.map((each) => ({ value: each, label: t(`rules.attributes.${each}`) }))}
      />
      <SearchField label={t('rules.search')} value={q} onSearch={search} />
      {choices.isSuccess && found.length === 0 && <p role="status">{t('rules.nothing')}</p>}
      <ul aria-label={t('rules.found')}>
        {found.map(({ value, label, people }) => (
          <li key={value}>
            <span>
              <b dir="auto">{label}</b> <span className="muted">{t('rules.people', { count: people })}</span>
            </span>
            <Button
              small
              aria-label={t('rules.addOne', { condition: words([{ attribute, value, label }]) })}
              onClick={() => add({ attribute, value, label })}
            >
              {t('communities.addDo')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

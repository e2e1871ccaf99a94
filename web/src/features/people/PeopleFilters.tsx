import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../components/Field';
import type { PeopleFilter } from '../../lib/useSearchPeople';
import { usePeopleFilters } from './usePeopleFilters';
import { useSkillNames } from './useSkillNames';
import styles from './PeopleFilters.module.css';

interface PeopleFiltersProps {
  filter: PeopleFilter;
  onChange: (filter: PeopleFilter) => void;
}

/** By department, place, skill, and whom one follows. What is chosen stands in the address. */
export function PeopleFilters({ filter, onChange }: PeopleFiltersProps) {
  const { t } = useTranslation();
  const { data } = usePeopleFilters();
  const choose = (field: 'department' | 'location', value: string) => {
    const { [field]: _, ...others } = filter;
    onChange(value === '' ? others : { ...others, [field]: value });
  };
  return (
    <div className={styles.filters} role="group" aria-label={t('people.filters')}>
      <ChoiceField
        hideLabel
        label={t('people.department')}
        value={filter.department ?? ''}
        options={options(t('people.anyDepartment'), data?.departments, filter.department)}
        onChange={(value) => choose('department', value)}
      />
      <ChoiceField
        hideLabel
        label={t('people.location')}
        value={filter.location ?? ''}
        options={options(t('people.anyLocation'), data?.locations, filter.location)}
        onChange={(value) => choose('location', value)}
      />
      <SkillFilter
        skill={filter.skill ?? ''}
        onChoose={(skill) => {
          const { skill: _, ...others } = filter;
          onChange(skill === '' ? others : { ...others, skill });
        }}
      />
      <label className={styles.following}>
        <input
          type="checkbox"
          checked={filter.following ?? false}
          onChange={(event) => {
            const { following: _, ...others } = filter;
            onChange(event.target.checked ? { ...others, following: true } : others);
          }}
        />
        {t('people.onlyFollowing')}
      </label>
    </div>
  );
}

function options(all: string, known: string[] | undefined, chosen: string | undefined) {
  const values = [...(known ?? [])];
  if (chosen !== undefined && !values.includes(chosen)) values.unshift(chosen);
  return [{ value: '', label: all }, ...values.map((value) => ({ value, label: value }))];
}

/** Takes effect when a suggestion is chosen, on Enter, and on leaving. */
function SkillFilter({ skill, onChoose }: { skill: string; onChoose: (skill: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(skill);
  const names = useSkillNames(typed);
  useEffect(() => setTyped(skill), [skill]);
  const settle = (value: string) => {
    if (value.trim() !== skill) onChoose(value.trim());
  };
  return (
    <Autocomplete
      aria-label={t('people.skill')}
      placeholder={t('people.anySkill')}
      data={names}
      filter={({ options: all }) => all}
      value={typed}
      maxLength={80}
      onChange={setTyped}
      onOptionSubmit={settle}
      onBlur={() => settle(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-activedescendant') === null) settle(typed);
      }}
    />
  );
}

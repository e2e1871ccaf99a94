import { TagsInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { ChoiceField, LinesField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { TwoFields } from '../../components/TwoFields';
import { detailOf, statusOf } from '../../lib/api/problem';
import type { Person, Skill } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useUpdatePerson } from './useUpdatePerson';
import styles from './Profile.module.css';

const levels = ['learns', 'works-with', 'teaches'] as const satisfies readonly Skill['level'][];
const texts = ['headline', 'department', 'location', 'timeZone', 'askMeAbout', 'learning', 'purpose'] as const;
type Text = (typeof texts)[number];

function textsOf(person: Person): Record<Text, string> {
  return Object.fromEntries(texts.map((field) => [field, person[field] ?? ''])) as Record<Text, string>;
}

/** One's own profile, everything on one sheet. */
export function EditProfile({ person }: { person: Person }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const update = useUpdatePerson(person.id);
  const [written, setWritten] = useState(() => textsOf(person));
  const [displayName, setDisplayName] = useState(person.displayName);
  const [skills, setSkills] = useState<Skill[]>(person.skills);
  const [interests, setInterests] = useState(person.interests);
  const [languages, setLanguages] = useState(person.languages);
  const write = (field: Text) => (value: string) => setWritten({ ...written, [field]: value });

  function save() {
    const emptied = Object.fromEntries(texts.map((field) => [field, written[field].trim() || null]));
    update.mutate(
      {
        ...emptied,
        displayName: displayName.trim() || person.displayName,
        skills: skills.filter(({ name }) => name.trim() !== '').map(({ name, level }) => ({ name: name.trim(), level })),
        interests,
        languages,
      },
      {
        onSuccess: () => {
          showToast(t('edit.saved'));
          void navigate({ to: '/people/$personId', params: { personId: person.id } });
        },
      },
    );
  }

  const line = (field: Text, hint?: string, maxLength = 120) => (
    <TextField label={t(`edit.${field}`)} hint={hint} maxLength={maxLength} value={written[field]} onChange={write(field)} />
  );
  const lines = (field: Text) => (
    <LinesField label={t(`edit.${field}`)} maxLength={1000} value={written[field]} onChange={write(field)} />
  );
  return (
    <FormSheet
      label={t('edit.title')}
      submit={t('common.save')}
      busy={update.isPending}
      back={`/people/${person.id}`}
      onSubmit={save}
      error={
        update.isError && (
          <Note tone="bad" icon="warn" alert title={t('edit.failed')}>
            {statusOf(update.error) === 412 ? t('edit.stale') : (detailOf(update.error) ?? t('composer.failedWhy'))}
          </Note>
        )
      }
    >
      <TextField label={t('edit.displayName')} maxLength={120} value={displayName} onChange={setDisplayName} autoComplete="name" />
      {line('headline', undefined, 200)}
      <TwoFields>
        {line('department')}
        {line('location')}
      </TwoFields>
      {lines('askMeAbout')}
      {lines('learning')}
      {lines('purpose')}
      <Skills skills={skills} onChange={setSkills} />
      <TagsInput
        label={t('edit.interests')}
        description={t('edit.tagsHint')}
        value={interests}
        onChange={setInterests}
        maxTags={50}
        maxLength={80}
      />
      <TwoFields>
        <TagsInput
          label={t('edit.languages')}
          description={t('edit.tagsHint')}
          value={languages}
          onChange={setLanguages}
          maxTags={20}
          maxLength={40}
        />
        {line('timeZone', t('edit.timeZoneHint'), 64)}
      </TwoFields>
    </FormSheet>
  );
}

function Skills({ skills, onChange }: { skills: Skill[]; onChange: (skills: Skill[]) => void }) {
  const { t } = useTranslation();
  const change = (at: number, skill: Skill) => onChange(skills.map((each, index) => (index === at ? skill : each)));
  return (
    <fieldset>
      <legend className={styles.legend}>{t('edit.skills')}</legend>
      {skills.map((skill, index) => (
        <div key={index} className={styles.skillRow}>
          <TextField label={t('edit.skill')} maxLength={80} value={skill.name} onChange={(name) => change(index, { ...skill, name })} />
          <ChoiceField
            label={t('edit.level')}
            value={skill.level}
            options={levels.map((level) => ({ value: level, label: t(`edit.${level}`) }))}
            onChange={(level) => change(index, { ...skill, level: level as Skill['level'] })}
          />
          <IconButton
            aria-label={t('edit.removeSkill', { name: skill.name || t('edit.skill') })}
            onClick={() => onChange(skills.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </IconButton>
        </div>
      ))}
      <Button small className={styles.add} onClick={() => onChange([...skills, { name: '', level: 'works-with' }])}>
        <Icon name="plus" size="s" />
        {t('edit.addSkill')}
      </Button>
    </fieldset>
  );
}

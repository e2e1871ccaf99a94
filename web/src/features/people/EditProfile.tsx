import { Autocomplete, TagsInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { ChoiceField, LinesField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { TwoFields } from '../../components/TwoFields';
import { Unsaved } from '../../components/Unsaved';
import { detailOf, statusOf } from '../../lib/api/problem';
import type { Person, ProfileVisibility, ShownTo, Skill, UpdatePerson } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { PhotoField } from './PhotoField';
import { useSkillNames } from './useSkillNames';
import { useUpdatePerson } from './useUpdatePerson';
import styles from './Profile.module.css';

const levels = ['learns', 'works-with', 'teaches'] as const satisfies readonly Skill['level'][];
const shownTo = ['everyone', 'network', 'me'] as const satisfies readonly ShownTo[];
const texts = ['headline', 'department', 'jobTitle', 'location', 'timeZone', 'askMeAbout', 'learning', 'purpose'] as const;
type Text = (typeof texts)[number];
type Restricted = keyof ProfileVisibility;

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
  const [jobTitleShown, setJobTitleShown] = useState(person.jobTitleShown ?? false);
  const [visibility, setVisibility] = useState<ProfileVisibility>(person.visibility ?? {});
  const [interest, setInterest] = useState('');
  const interestNames = useSkillNames(interest);
  const write = (field: Text) => (value: string) => setWritten({ ...written, [field]: value });

  const changes: UpdatePerson = {
    ...Object.fromEntries(texts.map((field) => [field, written[field].trim() || null])),
    displayName: displayName.trim() || person.displayName,
    skills: skills.filter(({ name }) => name.trim() !== '').map(({ name, level }) => ({ name: name.trim(), level })),
    interests,
    languages,
    jobTitleShown,
    visibility,
  };
  const [before] = useState(JSON.stringify(changes));

  function save() {
    update.mutate(changes, {
      onSuccess: () => {
        showToast(t('edit.saved'));
        void navigate({ to: '/people/$personId', params: { personId: person.id }, ignoreBlocker: true });
      },
    });
  }

  const seenBy = (field: Restricted, children: ReactNode) => (
    <SeenBy field={t(`edit.${field}`)} value={visibility[field] ?? 'everyone'} onChange={(to) => setVisibility({ ...visibility, [field]: to })}>
      {children}
    </SeenBy>
  );
  const line = (field: Text, hint?: string, maxLength = 120) => (
    <TextField label={t(`edit.${field}`)} hint={hint} maxLength={maxLength} value={written[field]} onChange={write(field)} />
  );
  const lines = (field: Text & Restricted) =>
    seenBy(field, <LinesField label={t(`edit.${field}`)} maxLength={1000} value={written[field]} onChange={write(field)} />);
  return (
    <>
      <Unsaved changed={JSON.stringify(changes) !== before} />
      <PhotoField person={person} />
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
        <p className={styles.network}>{t('edit.networkHint')}</p>
        <TextField label={t('edit.displayName')} maxLength={120} value={displayName} onChange={setDisplayName} autoComplete="name" />
        {seenBy('headline', line('headline', undefined, 200))}
        <TwoFields>
          {line('department')}
          <div>
            {line('jobTitle', t('edit.jobTitleHint'))}
            <label className={styles.check}>
              <input type="checkbox" checked={jobTitleShown} onChange={(event) => setJobTitleShown(event.target.checked)} />
              {t('edit.jobTitleShown')}
            </label>
          </div>
        </TwoFields>
        {seenBy('location', line('location'))}
        {lines('askMeAbout')}
        {lines('learning')}
        {lines('purpose')}
        {seenBy('skills', <Skills skills={skills} onChange={setSkills} />)}
        {seenBy(
          'interests',
          <TagsInput
            label={t('edit.interests')}
            description={t('edit.tagsHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            value={interests}
            onChange={setInterests}
            data={interestNames}
            filter={({ options }) => options}
            searchValue={interest}
            onSearchChange={setInterest}
            maxTags={50}
            maxLength={80}
          />,
        )}
        {seenBy(
          'languages',
          <TagsInput
            label={t('edit.languages')}
            description={t('edit.tagsHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            value={languages}
            onChange={setLanguages}
            maxTags={20}
            maxLength={40}
          />,
        )}
        {seenBy('timeZone', line('timeZone', t('edit.timeZoneHint'), 64))}
      </FormSheet>
    </>
  );
}

interface SeenByProps {
  field: string;
  value: ShownTo;
  onChange: (to: ShownTo) => void;
  children: ReactNode;
}

/** A field, and who sees it. */
function SeenBy({ field, value, onChange, children }: SeenByProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.seenBy}>
      {children}
      <ChoiceField
        hideLabel
        label={t('edit.seenBy', { field })}
        value={value}
        options={shownTo.map((to) => ({ value: to, label: t(`edit.${to}`) }))}
        onChange={(to) => onChange(shownTo.find((each) => each === to) ?? 'everyone')}
      />
    </div>
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
          <SkillName name={skill.name} onChange={(name) => change(index, { ...skill, name })} />
          <ChoiceField
            hideLabel
            label={t('edit.levelOf', { name: skill.name || t('edit.skill') })}
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

/** The words that others use are offered while one types. */
function SkillName({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTranslation();
  const names = useSkillNames(name);
  return (
    <Autocomplete aria-label={t('edit.skill')} data={names} filter={({ options }) => options} value={name} maxLength={80} onChange={onChange} />
  );
}

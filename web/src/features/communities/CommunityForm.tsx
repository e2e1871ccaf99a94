import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, LinesField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Community, CreateCommunity, Visibility } from '../../lib/api/types';
import { type Template, templateOf, templates, wordsOf } from '../../lib/templates';
import styles from './Communities.module.css';

const visibilities = ['open', 'closed', 'secret'] as const satisfies readonly Visibility[];
const texts = ['name', 'domain', 'purpose', 'practice', 'rhythm', 'norms'] as const;
type Written = Record<(typeof texts)[number], string>;

interface CommunityFormProps {
  /** The one that is edited; a new one without. */
  community?: Community;
  /** What a new one begins with. */
  begun?: Partial<CreateCommunity>;
  submit: string;
  back: string;
  busy: boolean;
  error: unknown;
  onSubmit: (community: CreateCommunity, template: Template | undefined) => void;
}

export function CommunityForm({ community, begun, submit, back, busy, error, onSubmit }: CommunityFormProps) {
  const { t } = useTranslation();
  const [written, setWritten] = useState<Written>(
    () => Object.fromEntries(texts.map((field) => [field, community?.[field] ?? begun?.[field] ?? ''])) as Written,
  );
  const [visibility, setVisibility] = useState<Visibility>(community?.visibility ?? 'open');
  const [template, setTemplate] = useState<Template>();
  const [nameMissing, setNameMissing] = useState(false);
  const write = (field: keyof Written) => (value: string) => setWritten({ ...written, [field]: value });

  /** Fills in what is empty, or stands there from another template; what was written stays. */
  function begin(chosen: Template | undefined) {
    const before: Partial<Written> = template === undefined ? {} : wordsOf(template, t);
    const words: Partial<Written> = chosen === undefined ? {} : wordsOf(chosen, t);
    setTemplate(chosen);
    setWritten(
      Object.fromEntries(
        texts.map((field) => [field, written[field] === '' || written[field] === before[field] ? (words[field] ?? '') : written[field]]),
      ) as Written,
    );
  }

  function save() {
    setNameMissing(written.name.trim() === '');
    if (written.name.trim() === '') return;
    onSubmit(
      {
        name: written.name.trim(),
        domain: written.domain.trim() || null,
        purpose: written.purpose.trim() || null,
        practice: written.practice.trim() || null,
        rhythm: written.rhythm.trim() || null,
        norms: written.norms.trim() || null,
        visibility,
      },
      template,
    );
  }

  return (
    <FormSheet
      label={submit}
      submit={submit}
      busy={busy}
      back={back}
      onSubmit={save}
      error={
        error != null && (
          <Note tone="bad" icon="warn" alert title={t('communityForm.failed')}>
            {detailOf(error) ?? t('composer.failedWhy')}
          </Note>
        )
      }
    >
      {community === undefined && (
        <ChoiceField
          label={t('templates.label')}
          hint={t('templates.hint')}
          optional
          value={template ?? ''}
          options={[{ value: '', label: t('templates.none') }, ...templates.map((value) => ({ value, label: t(`templates.${value}.title`) }))]}
          onChange={(value) => begin(templateOf(value))}
        />
      )}
      <TextField
        label={t('communityForm.name')}
        maxLength={120}
        required
        value={written.name}
        onChange={write('name')}
        error={nameMissing ? t('communityForm.nameMissing') : undefined}
      />
      <TextField
        label={t('communityForm.purpose')}
        hint={t('communityForm.purposeHint')}
        optional
        maxLength={500}
        value={written.purpose}
        onChange={write('purpose')}
      />
      <TextField
        label={t('communityForm.domain')}
        hint={t('communityForm.domainHint')}
        optional
        maxLength={120}
        value={written.domain}
        onChange={write('domain')}
      />
      <LinesField
        label={t('communityForm.practice')}
        hint={t('communityForm.practiceHint')}
        optional
        maxLength={2000}
        value={written.practice}
        onChange={write('practice')}
      />
      <TextField
        label={t('communityForm.rhythm')}
        hint={t('communityForm.rhythmHint')}
        optional
        maxLength={500}
        value={written.rhythm}
        onChange={write('rhythm')}
      />
      <LinesField
        label={t('communityForm.norms')}
        hint={t('communityForm.normsHint')}
        optional
        maxLength={2000}
        value={written.norms}
        onChange={write('norms')}
      />
      <fieldset className={styles.choice}>
        <legend>{t('communityForm.visibility')}</legend>
        {visibilities.map((each) => (
          <label key={each}>
            <input type="radio" name="visibility" checked={visibility === each} onChange={() => setVisibility(each)} />
            <span>
              {t(`visibility.${each}`)}
              <small>{t(`visibility.${each}Hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </FormSheet>
  );
}

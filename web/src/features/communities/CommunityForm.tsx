import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinesField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Community, CreateCommunity, Visibility } from '../../lib/api/types';
import styles from './Communities.module.css';

const visibilities = ['open', 'closed', 'secret'] as const satisfies readonly Visibility[];
const texts = ['name', 'domain', 'purpose', 'practice', 'rhythm', 'norms'] as const;
type Written = Record<(typeof texts)[number], string>;

interface CommunityFormProps {
  /** The one that is edited; a new one without. */
  community?: Community;
  submit: string;
  back: string;
  busy: boolean;
  error: unknown;
  onSubmit: (community: CreateCommunity) => void;
}

export function CommunityForm({ community, submit, back, busy, error, onSubmit }: CommunityFormProps) {
  const { t } = useTranslation();
  const [written, setWritten] = useState<Written>(
    () => Object.fromEntries(texts.map((field) => [field, community?.[field] ?? ''])) as Written,
  );
  const [visibility, setVisibility] = useState<Visibility>(community?.visibility ?? 'open');
  const [nameMissing, setNameMissing] = useState(false);
  const write = (field: keyof Written) => (value: string) => setWritten({ ...written, [field]: value });

  function save() {
    setNameMissing(written.name.trim() === '');
    if (written.name.trim() === '') return;
    onSubmit({
      name: written.name.trim(),
      domain: written.domain.trim() || null,
      purpose: written.purpose.trim() || null,
      practice: written.practice.trim() || null,
      rhythm: written.rhythm.trim() || null,
      norms: written.norms.trim() || null,
      visibility,
    });
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

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ChoiceField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { Failed, Skeleton } from '../../components/States';
import { TwoFields } from '../../components/TwoFields';
import { Unsaved } from '../../components/Unsaved';
import { detailOf } from '../../lib/api/problem';
import type { ChangeMailPreferences, MailKind, MailPreferences as Preferences } from '../../lib/api/types';
import { useChangeMailPreferences, useMailPreferences } from './useMailPreferences';
import styles from './MailPreferences.module.css';

const digests = ['daily', 'weekly', 'off'] as const satisfies readonly Preferences['digest'][];
const kinds = ['mention', 'ask', 'my-comment', 'my-thread', 'answer', 'thanks', 'share', 'thread'] as const satisfies readonly MailKind[];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));
const evening = { from: 20, to: 7 };

/** What the reader is mailed, and when. */
export function MailPreferences() {
  const { t } = useTranslation();
  const query = useMailPreferences();
  if (query.isPending) return <Skeleton label={t('mail.loading')} />;
  if (query.isError) return <Failed title={t('mail.unknown')} error={query.error} retry={() => void query.refetch()} />;
  if (!query.data.mail) {
    return (
      <Note icon="bell" title={t('mail.none')}>
        {t('mail.noneText')}
      </Note>
    );
  }
  return <Form known={query.data} />;
}

/** What can be chosen of it, in one order, so that it can be compared. */
function wantedOf({ digest, at, mailKinds, quiet, language }: ChangeMailPreferences): ChangeMailPreferences {
  return {
    digest,
    at,
    mailKinds: kinds.filter((kind) => mailKinds.includes(kind)),
    quiet: quiet ?? null,
    language: language?.toLowerCase().startsWith('de') ? 'de' : 'en',
  };
}

function Form({ known }: { known: Preferences }) {
  const { t } = useTranslation();
  const change = useChangeMailPreferences();
  const [wanted, setWanted] = useState(() => wantedOf(known));
  const [before, setBefore] = useState<ChangeMailPreferences | null>(null);
  const { digest, at, mailKinds, quiet } = wanted;
  const set = (part: Partial<ChangeMailPreferences>) => {
    setBefore(null);
    setWanted({ ...wanted, ...part });
  };
  const sameHour = quiet?.from !== undefined && quiet.from === quiet.to;

  function keep(next: ChangeMailPreferences, previous: ChangeMailPreferences | null) {
    change.mutate(next, {
      onSuccess: () => {
        setWanted(next);
        setBefore(previous);
      },
    });
  }

  return (
    <>
      <Unsaved changed={JSON.stringify(wanted) !== JSON.stringify(wantedOf(known))} />
      <div role="status" className={styles.saved}>
        {before !== null && (
          <>
            <p>{t('mail.saved')}</p>
            <Button small onClick={() => keep(before, null)}>
              {t('common.undo')}
            </Button>
          </>
        )}
      </div>
      <FormSheet
        label={t('mail.title')}
        submit={t('common.save')}
        busy={change.isPending}
        back="/notifications"
        onSubmit={() => !sameHour && keep(wanted, wantedOf(known))}
        error={
          change.isError && (
            <Note tone="bad" icon="warn" alert title={t('mail.failed')}>
              {detailOf(change.error) ?? t('composer.failedWhy')}
            </Note>
          )
        }
      >
        <p>
          {known.address === null ? t('mail.noAddress') : t('mail.address', { address: known.address })}{' '}
          {known.timeZone === null ? t('mail.noTimeZone') : t('mail.timeZone', { timeZone: known.timeZone })}
        </p>
        <TwoFields>
          <ChoiceField
            label={t('mail.digest')}
            hint={t('mail.digestHint')}
            value={digest}
            onChange={(chosen) => set({ digest: digests.find((each) => each === chosen) ?? 'daily' })}
            options={digests.map((value) => ({ value, label: t(`mail.digests.${value}`) }))}
          />
          <ChoiceField label={t('mail.at')} value={String(at)} onChange={(hour) => set({ at: Number(hour) })} options={hours} />
        </TwoFields>
        <fieldset className={styles.kinds}>
          <legend>{t('mail.kinds')}</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={mailKinds.includes(kind)}
                onChange={({ target }) =>
                  set({ mailKinds: kinds.filter((each) => (each === kind ? target.checked : mailKinds.includes(each))) })
                }
              />
              {t(`mail.kind.${kind}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.kinds}>
          <legend>{t('mail.quiet')}</legend>
          <label>
            <input type="checkbox" checked={quiet != null} onChange={({ target }) => set({ quiet: target.checked ? evening : null })} />
            {t('mail.quietOn')}
          </label>
          {quiet != null && (
            <TwoFields>
              <ChoiceField
                label={t('mail.quietFrom')}
                value={String(quiet.from)}
                onChange={(hour) => set({ quiet: { ...quiet, from: Number(hour) } })}
                options={hours}
              />
              <ChoiceField
                label={t('mail.quietTo')}
                error={sameHour ? t('mail.sameHour') : undefined}
                value={String(quiet.to)}
                onChange={(hour) => set({ quiet: { ...quiet, to: Number(hour) } })}
                options={hours}
              />
            </TwoFields>
          )}
        </fieldset>
        <ChoiceField
          label={t('mail.language')}
          value={wanted.language ?? 'en'}
          onChange={(language) => set({ language })}
          options={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
        />
      </FormSheet>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { TextField } from '../../components/Field';
import { asField, nextMonday, tomorrow } from '../../lib/moments';
import styles from './Later.module.css';

interface LaterProps {
  /** A moment as `datetime-local` writes it, in the time of this device. */
  at: string;
  onChange: (at: string) => void;
  onNow: () => void;
  error: string | undefined;
}

/** When it is to be posted, if not at once. */
export function Later({ at, onChange, onNow, error }: LaterProps) {
  const { t } = useTranslation();
  const now = new Date();
  return (
    <fieldset className={styles.later}>
      <legend className="vh">{t('schedule.when')}</legend>
      <TextField
        label={t('schedule.when')}
        hint={t('schedule.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
        error={error}
        type="datetime-local"
        value={at}
        min={asField(now)}
        onChange={onChange}
      />
      <div className={styles.choices}>
        <Button small onClick={() => onChange(asField(tomorrow(now)))}>
          {t('schedule.tomorrow')}
        </Button>
        <Button small onClick={() => onChange(asField(nextMonday(now)))}>
          {t('schedule.monday')}
        </Button>
        <Button small kind="plain" onClick={onNow}>
          {t('schedule.now')}
        </Button>
      </div>
    </fieldset>
  );
}

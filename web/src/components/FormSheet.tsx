import { type FormEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from './Button';
import styles from './FormSheet.module.css';

interface FormSheetProps {
  label: string;
  onSubmit: () => void;
  submit: string;
  busy: boolean;
  /** Where to go without saving. */
  back: string;
  error?: ReactNode;
  children: ReactNode;
}

/** Fields on one sheet, with what went wrong above the buttons. Ctrl or Cmd with Enter saves. */
export function FormSheet({ label, onSubmit, submit, busy, back, error, children }: FormSheetProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  function send(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    onSubmit();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  return (
    <form
      ref={form}
      className={`sheet ${styles.form}`}
      aria-label={label}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      {children}
      {error}
      <div className={styles.foot}>
        <ButtonLink kind="plain" to={back}>
          {t('common.cancel')}
        </ButtonLink>
        <Button kind="primary" type="submit" aria-disabled={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

import { type ComponentProps, forwardRef, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { GrowingText } from './GrowingText';
import { Icon } from './Icon';
import styles from './Field.module.css';

interface Words {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Says that the field may stay empty. */
  optional?: boolean;
}

function useWords({ hint, error }: Words) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    aria: { 'aria-invalid': error !== undefined || undefined, 'aria-describedby': described === '' ? undefined : described },
  };
}

function Label({ id, label, optional }: { id: string } & Words) {
  const { t } = useTranslation();
  return (
    <label htmlFor={id} className={styles.label}>
      {label} {optional && <span className={styles.optional}>{t('common.optional')}</span>}
    </label>
  );
}

function Below({ id, hint, error }: { id: string } & Words) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="warn" size="s" />
          {error}
        </p>
      )}
    </>
  );
}

type InputProps = Words & Omit<ComponentProps<'input'>, 'onChange' | 'ref'> & { onChange: (value: string) => void };

export const TextField = forwardRef<HTMLInputElement, InputProps>(function TextField(
  { label, hint, error, optional, onChange, ...rest },
  ref,
) {
  const words = { label, hint, error, optional: optional ?? false };
  const { id, aria } = useWords(words);
  return (
    <div>
      <Label id={id} {...words} />
      <input ref={ref} id={id} dir="auto" className={styles.field} {...aria} onChange={(event) => onChange(event.target.value)} {...rest} />
      <Below id={id} {...words} />
    </div>
  );
});

type LinesProps = Words & { value: string; onChange: (value: string) => void; maxLength?: number; minRows?: number };

export function LinesField({ label, hint, error, optional = false, ...rest }: LinesProps) {
  const words = { label, hint, error, optional };
  const { id, aria } = useWords(words);
  return (
    <div>
      <Label id={id} {...words} />
      <GrowingText id={id} className={styles.field} minRows={2} {...aria} {...rest} />
      <Below id={id} {...words} />
    </div>
  );
}

type ChoiceProps = Words & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  hideLabel?: boolean;
};

export function ChoiceField({ label, hint, error, optional = false, value, onChange, options, hideLabel = false }: ChoiceProps) {
  const words = { label, hint, error, optional };
  const { id, aria } = useWords(words);
  return (
    <div>
      {hideLabel ? (
        <label htmlFor={id} className="vh">
          {label}
        </label>
      ) : (
        <Label id={id} {...words} />
      )}
      <select id={id} className={styles.field} value={value} {...aria} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Below id={id} {...words} />
    </div>
  );
}

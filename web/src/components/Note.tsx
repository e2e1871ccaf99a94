import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Note.module.css';

interface NoteProps {
  tone?: 'quiet' | 'warn' | 'bad' | 'good';
  icon: string;
  title: string;
  children?: ReactNode;
  /** Read out at once: something that the person just did has failed. */
  alert?: boolean;
  actions?: ReactNode;
}

/** What happened, what is kept, and what happens next. */
export function Note({ tone = 'quiet', icon, title, children, alert = false, actions }: NoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={alert ? 'alert' : undefined}>
      <Icon name={icon} />
      <div>
        <b>{title}</b> {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

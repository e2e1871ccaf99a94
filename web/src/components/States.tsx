import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statusOf } from '../lib/api/problem';
import { useDelayed } from '../lib/useDelayed';
import { Button, ButtonLink } from './Button';
import { Note } from './Note';
import styles from './States.module.css';

interface EmptyProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
}

/** An open ring, one sentence, one act. */
export function Empty({ title, children, actions, level = 2 }: EmptyProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <path d="M56 34A24 24 0 1 1 30 8" />
      </svg>
      <Heading>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Gone and not allowed are the same page: it says nothing about what exists. */
export function NothingHere() {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <Empty
        level={1}
        title={t('states.notFound')}
        actions={
          <ButtonLink kind="primary" to="/">
            {t('states.goHome')}
          </ButtonLink>
        }
      >
        {t('states.notFoundText')}
      </Empty>
    </div>
  );
}

interface FailedProps {
  title?: string;
  error: unknown;
  retry: () => void;
}

/** What did not arrive, and a way to ask again. */
export function Failed({ title, error, retry }: FailedProps) {
  const { t } = useTranslation();
  if (statusOf(error) === 404) return <NothingHere />;
  return (
    <div className={styles.page}>
      <Note
        tone="bad"
        icon="warn"
        alert
        title={title ?? t('states.failed')}
        actions={
          <Button small onClick={retry}>
            {t('common.retry')}
          </Button>
        }
      >
        {t('states.failedText')}
      </Note>
    </div>
  );
}

/** Grey shapes after 300 ms; nothing before. */
export function Skeleton({ label, rows = 3 }: { label: string; rows?: number }) {
  const slow = useDelayed(true);
  return (
    <div className={styles.skeletons} aria-busy="true" data-waiting={slow ? undefined : ''}>
      <p className="vh" role="status">
        {slow ? label : ''}
      </p>
      {slow &&
        Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.skeleton} aria-hidden="true">
            <span className={styles.disc} />
            <span>
              <span className={`${styles.bar} ${styles.short}`} />
              <span className={styles.bar} />
              <span className={`${styles.bar} ${styles.long}`} />
            </span>
          </div>
        ))}
    </div>
  );
}

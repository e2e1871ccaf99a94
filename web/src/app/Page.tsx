import type { ReactNode } from 'react';
import styles from './Page.module.css';
import { useTitle } from '../lib/useTitle';

interface PageProps {
  title?: string | undefined;
  children: ReactNode;
  /** What stands beside it on a wide screen, below it on others. */
  aside?: ReactNode;
  asideLabel?: string;
  /** Work with tables takes the whole width. */
  wide?: boolean;
  /** Covers the phone's bars. */
  fullScreen?: boolean;
}

export function Page({ title, children, aside, asideLabel, wide = false, fullScreen = false }: PageProps) {
  useTitle(title);
  return (
    <>
      <main id="main" tabIndex={-1} className={wide ? styles.wide : styles.main} data-fullscreen={fullScreen ? '' : undefined}>
        {children}
      </main>
      {aside !== undefined && (
        <aside className={styles.aside} aria-label={asideLabel}>
          {aside}
        </aside>
      )}
    </>
  );
}

interface HeadProps {
  title: string;
  lead?: string;
  actions?: ReactNode;
}

export function PageHead({ title, lead, actions }: HeadProps) {
  return (
    <div className={styles.head}>
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {actions !== undefined && <div className={styles.acts}>{actions}</div>}
    </div>
  );
}

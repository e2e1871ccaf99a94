import type { ReactNode } from 'react';
import styles from './FormSheet.module.css';

/** Two short fields beside each other where there is room. */
export function TwoFields({ children }: { children: ReactNode }) {
  return <div className={styles.two}>{children}</div>;
}

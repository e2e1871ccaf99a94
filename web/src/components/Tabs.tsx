import { createLink } from '@tanstack/react-router';
import { type ComponentProps, forwardRef, type ReactNode } from 'react';
import styles from './Tabs.module.css';

/** Parts of one place, each with an address. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

const Anchor = forwardRef<HTMLAnchorElement, ComponentProps<'a'>>(function Anchor(props, ref) {
  return <a ref={ref} {...props} />;
});

export const TabLink = createLink(Anchor);

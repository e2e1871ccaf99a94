import { createLink } from '@tanstack/react-router';
import { type ComponentProps, forwardRef } from 'react';
import styles from './Chip.module.css';

const Anchor = forwardRef<HTMLAnchorElement, ComponentProps<'a'>>(function Anchor({ className: _, ...rest }, ref) {
  return <a ref={ref} className={styles.chip} {...rest} />;
});

/** A filter with an address of its own; the current one is filled. */
export const ChipLink = createLink(Anchor);

import { createLink } from '@tanstack/react-router';
import { type ComponentProps, forwardRef } from 'react';
import styles from './Button.module.css';

export interface Look {
  kind?: 'primary' | 'outline' | 'plain' | 'danger';
  small?: boolean;
  /** Pressed, in honey: thanks that were said. */
  honey?: boolean;
  className?: string | undefined;
}

export function buttonClass({ kind = 'outline', small = false, honey = false, className }: Look): string {
  return [styles.button, styles[kind], small && styles.small, honey && styles.honey, className].filter(Boolean).join(' ');
}

/** An act. Never disabled without a word why. */
export const Button = forwardRef<HTMLButtonElement, ComponentProps<'button'> & Look>(function Button(
  { kind, small, honey, className, type = 'button', ...rest },
  ref,
) {
  return <button ref={ref} type={type} className={buttonClass({ kind, small, honey, className })} {...rest} />;
});

const Anchor = forwardRef<HTMLAnchorElement, ComponentProps<'a'> & Look>(function Anchor(
  { kind, small, honey, className, ...rest },
  ref,
) {
  return <a ref={ref} className={buttonClass({ kind, small, honey, className })} {...rest} />;
});

/** A place to go that looks like an act. */
export const ButtonLink = createLink(Anchor);

/** An act with a drawing only; `aria-label` says what it does. */
export const IconButton = forwardRef<HTMLButtonElement, ComponentProps<'button'> & { 'aria-label': string }>(function IconButton(
  { className, type = 'button', ...rest },
  ref,
) {
  return <button ref={ref} type={type} className={[styles.iconButton, className].filter(Boolean).join(' ')} {...rest} />;
});

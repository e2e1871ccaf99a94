import styles from './Logo.module.css';

/** The open ring with sound coming out of the gap, and the name beside it. */
export function Logo() {
  return (
    <>
      <svg className={styles.logo} viewBox="0 0 32 32" aria-hidden="true">
        <path d="M26.3 13.4A11 11 0 1 1 18.6 5.7" />
        <path className={styles.ray} d="M21.5 10.5 24 8M24.8 2.6l-.6 2M29.4 7.2l-2 .6" />
      </svg>
      <span>Outloud</span>
    </>
  );
}

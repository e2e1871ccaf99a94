import type { ReactNode } from 'react';
import styles from './PlaceHead.module.css';

interface PlaceHeadProps {
  mark: ReactNode;
  name: string;
  line: string | null;
  actions: ReactNode;
  /** Short facts, each a list item. */
  facts: ReactNode;
}

/** The head of a person's or a community's page. */
export function PlaceHead({ mark, name, line, actions, facts }: PlaceHeadProps) {
  return (
    <header className={styles.place}>
      <div className={styles.mark}>{mark}</div>
      <div className={styles.name}>
        <h1 dir="auto">{name}</h1>
        {line && <p dir="auto">{line}</p>}
      </div>
      <div className={styles.acts}>{actions}</div>
      <ul className={styles.facts}>{facts}</ul>
    </header>
  );
}

import { useEffect, useId, useState } from 'react';
import { Icon } from './Icon';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called a moment after the last letter. */
  onSearch: (value: string) => void;
}

/** Words to look for; the address follows while one types. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }

  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <label htmlFor={id} className="vh">
        {label}
      </label>
      <input id={id} type="search" placeholder={label} autoComplete="off" maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
    </div>
  );
}

import { useId, useState } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';
import styles from './SearchForm.module.css';

interface SearchFormProps {
  label: string;
  field: string;
  act: string;
  value: string;
  placeholder?: string;
  onFind: (words: string) => void;
}

/** What to look for, in one's own words. */
export function SearchForm({ label, field, act, value, placeholder, onFind }: SearchFormProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  return (
    <form
      className={styles.form}
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(text.trim());
      }}
    >
      <Icon name="search" />
      <label htmlFor={id} className="vh">
        {field}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={200}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="primary" type="submit">
        {act}
      </Button>
    </form>
  );
}

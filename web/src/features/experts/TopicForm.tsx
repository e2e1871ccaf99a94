import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import styles from './Experts.module.css';

/** What it is about, in one's own words. */
export function TopicForm({ topic, onFind }: { topic: string; onFind: (topic: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(topic);
  const [known, setKnown] = useState(topic);
  if (known !== topic) {
    setKnown(topic);
    setText(topic);
  }
  return (
    <form
      className={styles.form}
      role="search"
      aria-label={t('help.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(text.trim());
      }}
    >
      <Icon name="search" />
      <label htmlFor={id} className="vh">
        {t('help.topic')}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={200}
        placeholder={t('help.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="primary" type="submit">
        {t('help.find')}
      </Button>
    </form>
  );
}

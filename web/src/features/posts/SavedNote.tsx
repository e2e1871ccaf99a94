import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import type { SavedPost } from '../../lib/api/types';
import { SavedDialog } from './SavedDialog';
import styles from './Saved.module.css';

/** The reader's own folder and note under a saved post. */
export function SavedNote({ post: { id, saved } }: { post: SavedPost }) {
  const { t } = useTranslation();
  const [filing, setFiling] = useState(false);
  return (
    <div className={styles.kept}>
      <Icon name="saved" size="s" />
      {saved.folder !== null && (
        <Link to="/saved" search={{ folder: saved.folder }} dir="auto">
          {saved.folder}
        </Link>
      )}
      {saved.note !== null && <p dir="auto">{saved.note}</p>}
      <Button kind="plain" small onClick={() => setFiling(true)}>
        {t(saved.folder === null && saved.note === null ? 'saved.add' : 'saved.change')}
      </Button>
      <SavedDialog postId={id} opened={filing} onClose={() => setFiling(false)} />
    </div>
  );
}

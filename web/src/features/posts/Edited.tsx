import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Edited.module.css';

const HistoryDialog = lazy(() => import('./HistoryDialog'));

/** The word "edited", which opens what was said before. */
export function Edited({ postId }: { postId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <button type="button" className={styles.edited} aria-haspopup="dialog" title={t('history.show')} onClick={() => setOpened(true)}>
        {t('post.edited')}
      </button>
      {opened !== null && (
        <Suspense>
          <HistoryDialog postId={postId} opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

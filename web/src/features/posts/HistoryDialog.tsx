import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Failed, Skeleton } from '../../components/States';
import type { Edition } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import { type Difference, differences } from './difference';
import { usePostHistory } from './usePostHistory';
import styles from './Edited.module.css';

interface HistoryDialogProps {
  postId: string;
  opened: boolean;
  onClose: () => void;
}

/** What a post said before, and what each edit changed. */
export default function HistoryDialog({ postId, opened, onClose }: HistoryDialogProps) {
  const { t } = useTranslation();
  const history = usePostHistory(postId, opened);
  const editions = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{t('history.title')}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>
          {history.isPending && <Skeleton label={t('history.loading')} rows={2} />}
          {history.isError && history.data === undefined && <Failed error={history.error} retry={() => void history.refetch()} />}
          <ol className={styles.list}>
            {editions.map((edition, index) => {
              const before = editions[index + 1] ?? null;
              // What an edit changed is known only with the edition before it
              if (before === null && history.hasNextPage) return null;
              return <Entry key={edition.version} edition={edition} before={before} />;
            })}
          </ol>
          {history.hasNextPage && (
            <Button kind="plain" onClick={() => void history.fetchNextPage()}>
              {t('history.older')}
            </Button>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const labels = { doing: 'post.doing', learned: 'post.learned', need: 'post.stuck', body: 'post.text' } as const;

function Entry({ edition, before }: { edition: Edition; before: Edition | null }) {
  const { t } = useTranslation();
  const clock = useClock();
  const changed = differences(edition, before);
  return (
    <li>
      <time className={styles.when} dateTime={edition.writtenAt}>
        {t(before === null ? 'history.first' : 'history.edited', { when: fullWhen(edition.writtenAt, clock) })}
      </time>
      {changed.map(({ part, pieces }) => (
        <div key={part} className={styles.part}>
          {part !== 'body' && <b>{t(labels[part])}</b>}
          <Words pieces={pieces} />
        </div>
      ))}
    </li>
  );
}

function Words({ pieces }: { pieces: Difference['pieces'] }) {
  const { t } = useTranslation();
  return (
    <p className={styles.words} dir="auto">
      {pieces.map(({ text, change }, index) => {
        if (change === 'same') return text;
        const Tag = change === 'added' ? 'ins' : 'del';
        return (
          <Tag key={index}>
            <span className="vh">{t(change === 'added' ? 'history.added' : 'history.removed')} </span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}

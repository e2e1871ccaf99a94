import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { Failed, Skeleton } from '../../components/States';
import { Prose } from '../../components/Prose';
import { When } from '../../components/When';
import { detailOf } from '../../lib/api/problem';
import type { Community, LibraryEntry } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { namesOf } from './LibraryList';
import styles from './Library.module.css';
import { useEntryHistory, useTakeOut } from './useLibrary';

interface EntryArticleProps {
  community: Community;
  entry: LibraryEntry;
  mayWrite: boolean;
  mayDelete: boolean;
  /** The post that is kept. */
  source?: ReactNode;
  onGone: () => void;
}

/** An entry with those who wrote it, and what it said before. */
export function EntryArticle({ community, entry, mayWrite, mayDelete, source, onGone }: EntryArticleProps) {
  const { t } = useTranslation();
  const [history, setHistory] = useState(false);
  const { takeOut, putBack } = useTakeOut(entry);
  const failed = (error: unknown) => showToast(detailOf(error) ?? t('library.takeOutFailed'), { urgent: true });

  function remove() {
    takeOut.mutate(undefined, {
      onSuccess: () => {
        showToast(t('library.takenOut', { title: entry.title }), {
          seconds: 10,
          action: { label: t('common.undo'), run: () => putBack.mutate() },
        });
        onGone();
      },
      onError: failed,
    });
  }

  return (
    <article className={`sheet ${styles.entry}`} aria-labelledby="entry">
      <h2 id="entry" dir="auto">
        {entry.title}
      </h2>
      {entry.url !== null && (
        <p>
          <a href={entry.url} rel="nofollow noreferrer" dir="auto">
            {entry.url}
          </a>
        </p>
      )}
      {entry.bodyHtml !== null && <Prose html={entry.bodyHtml} />}
      {source}
      <p className="muted">
        {t('library.by', { names: namesOf(entry) })} <When at={entry.editedAt} />
      </p>
      <div className={styles.acts}>
        {mayWrite && (
          <ButtonLink to="/communities/$slug/library/$entryId/edit" params={{ slug: community.slug, entryId: entry.id }}>
            {t('library.edit')}
          </ButtonLink>
        )}
        {entry.version > 1 && (
          <Button aria-expanded={history} onClick={() => setHistory(!history)}>
            {t('library.history', { count: entry.version })}
          </Button>
        )}
        {mayDelete && (
          <Button kind="plain" aria-disabled={takeOut.isPending} onClick={remove}>
            {t('library.takeOut')}
          </Button>
        )}
      </div>
      {history && <Versions entry={entry} />}
    </article>
  );
}

function Versions({ entry }: { entry: LibraryEntry }) {
  const { t } = useTranslation();
  const query = useEntryHistory(entry, true);
  if (query.isPending) return <Skeleton label={t('common.loading')} rows={1} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return (
    <ol className={styles.versions} aria-label={t('library.versions')}>
      {query.data.items.map(({ version, editor, editedAt, title, body, url }) => (
        <li key={version}>
          <p>
            <b dir="auto">{title}</b> · {editor === null ? t('library.somebody') : <span dir="auto">{editor.displayName}</span>} ·{' '}
            <When at={editedAt} />
          </p>
          {url !== null && <p dir="auto">{url}</p>}
          {body !== null && <pre dir="auto">{body}</pre>}
        </li>
      ))}
    </ol>
  );
}

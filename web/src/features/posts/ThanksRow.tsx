import { useFocusTrap, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import type { Post, ReactionKind } from '../../lib/api/types';
import { firstName } from '../../lib/names';
import { thanksKinds } from './recognition';
import styles from './ThanksRow.module.css';

const labels = {
  helped: ['thanks.helped', 'thanks.helpedHint'],
  taught: ['thanks.taught', 'thanks.taughtHint'],
  inspired: ['thanks.inspired', 'thanks.inspiredHint'],
  tried: ['thanks.tried', 'thanks.triedHint'],
  like: ['thanks.like', 'thanks.likeHint'],
} as const satisfies Record<ReactionKind, readonly [string, string]>;

interface ThanksRowProps {
  post: Post;
  onThank: (kind: ReactionKind, on: boolean, note?: string) => void;
  onClose: () => void;
}

/** The row of thanks that takes the place of the row of actions; on a phone a sheet from below. */
export function ThanksRow({ post, onThank, onClose }: ThanksRowProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 760px)') ?? false;
  const row = useRef<HTMLDivElement>(null);
  const trapped = useMergedRef(row, useFocusTrap(phone));
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [telling, setTelling] = useState(false);

  useEffect(() => {
    row.current?.querySelector<HTMLElement>('button')?.focus();
    return () => clearTimeout(closing.current);
  }, []);

  function choose(kind: ReactionKind) {
    const on = !post.mine.reactions.includes(kind);
    if (kind === 'tried' && on) {
      setTelling(true);
      return;
    }
    onThank(kind, on);
    closing.current = setTimeout(onClose, 600);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    const kind = thanksKinds[Number(event.key) - 1];
    if (!telling && kind !== undefined && kind !== 'like') {
      event.preventDefault();
      event.stopPropagation();
      choose(kind);
    }
  }

  return (
    <div
      ref={trapped}
      className={styles.row}
      role={phone ? 'dialog' : 'group'}
      aria-modal={phone ? true : undefined}
      aria-label={t('thanks.group', { name: firstName(post.author.displayName) })}
      onKeyDown={onKey}
    >
      {telling ? (
        <Tried
          onDone={(note) => {
            onThank('tried', true, note);
            onClose();
          }}
        />
      ) : (
        thanksKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            role="checkbox"
            aria-checked={post.mine.reactions.includes(kind)}
            onClick={() => choose(kind)}
          >
            <Icon name={kind} />
            <span className={kind === 'like' ? styles.quiet : undefined}>{t(labels[kind][0])}</span>
            <small aria-hidden="true">{t(labels[kind][1])}</small>
          </button>
        ))
      )}
      <button type="button" className={styles.close} aria-label={t('thanks.close')} onClick={onClose}>
        <Icon name="close" />
        <span className={styles.quiet}>{t('common.close')}</span>
      </button>
    </div>
  );
}

function Tried({ onDone }: { onDone: (note?: string) => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.tried}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(note.trim() === '' ? undefined : note.trim());
      }}
    >
      <label>
        {t('thanks.howDidItGo')}
        <input ref={field} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Button kind="primary" type="submit">
        {note.trim() === '' ? t('thanks.without') : t('thanks.add')}
      </Button>
    </form>
  );
}

import { Link, useLocation } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { GrowingText } from '../../components/GrowingText';
import { GuardNote } from '../../components/GuardNote';
import { Note } from '../../components/Note';
import { findingsOf, withoutWords } from '../../lib/api/guard';
import { detailOf, isPassing, statusOf } from '../../lib/api/problem';
import type { Post } from '../../lib/api/types';
import { firstName } from '../../lib/names';
import { useSignedIn } from '../../lib/session/useMe';
import { readStored, writeStored } from '../../lib/stored';
import { useAddComment } from './useAddComment';
import styles from './Thread.module.css';

interface ReplyBoxProps {
  root: Post;
  /** The comment that is answered, or null for the post. */
  answering: Post | null;
  onAnswered: () => void;
}

interface Draft {
  body: string;
  /** Belongs to exactly this text and this addressee, so that a second try makes no second reply. */
  key: string;
  to: string;
}

/** Keeps what is written, per thread, until the server has it. */
export function ReplyBox({ root, answering, onAnswered }: ReplyBoxProps) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const { hash } = useLocation();
  const field = useRef<HTMLTextAreaElement>(null);
  const stored = `reply.${me.id}.${root.id}`;
  const [draft, setDraft] = useState<Draft | null>(() => readStored<Draft>(stored));
  const add = useAddComment(root.id);
  const to = answering?.id ?? root.id;
  const body = draft?.body ?? '';
  const findings = findingsOf(add.error, add.variables ?? {});

  useEffect(() => {
    if (hash === 'reply') field.current?.focus();
  }, [hash]);
  useEffect(() => {
    if (answering !== null) field.current?.focus();
  }, [answering]);

  function write(text: string) {
    const next = text === '' ? null : { body: text, key: crypto.randomUUID(), to };
    setDraft(next);
    writeStored(stored, next);
  }

  function send(acknowledged: readonly string[] = []) {
    if (draft === null || body.trim() === '' || add.isPending) return;
    const current = draft.to === to ? draft : { ...draft, to, key: crypto.randomUUID() };
    setDraft(current);
    add.mutate(
      { to, body: body.trim(), idempotencyKey: current.key, acknowledged },
      {
        onSuccess: () => {
          setDraft(null);
          writeStored(stored, null);
          onAnswered();
          field.current?.focus();
        },
      },
    );
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    if (event.key === 'Escape' && answering !== null) onAnswered();
  }

  const label =
    answering === null
      ? t('thread.replyTo', { name: firstName(root.author.displayName) })
      : t('thread.replyToOne', { name: firstName(answering.author.displayName) });

  return (
    <form
      className={styles.box}
      id="reply"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      {answering !== null && (
        <p className={`${styles.wide} ${styles.answering}`}>
          <span>{t('thread.answering', { name: answering.author.displayName })}</span>
          <button type="button" onClick={onAnswered}>
            {t('thread.notTo')}
          </button>
        </p>
      )}
      {findings.length > 0 && (
        <div className={styles.wide}>
          <GuardNote
            findings={findings}
            onTakeOut={() => {
              add.reset();
              write(withoutWords(body, findings));
              field.current?.focus();
            }}
            onHarmless={(rules) => send([...(add.variables?.acknowledged ?? []), ...rules])}
          />
        </div>
      )}
      {add.isError && findings.length === 0 && (
        <div className={styles.wide}>
          <Note tone="bad" icon="warn" alert title={t('thread.failed')}>
            {!isPassing(add.error) && detailOf(add.error)}{' '}
            {statusOf(add.error) === 401 && <Link to="/sign-in">{t('composer.signIn')}</Link>}
          </Note>
        </div>
      )}
      <Avatar person={me} size="s" />
      <GrowingText
        ref={field}
        label={label}
        hideLabel
        placeholder={label}
        value={body}
        maxLength={20000}
        maxRows={8}
        onKeyDown={onKey}
        onChange={write}
      />
      <Button kind="primary" type="submit" aria-disabled={body.trim() === '' || add.isPending}>
        {t('thread.send')}
      </Button>
    </form>
  );
}

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { GrowingText } from '../../components/GrowingText';
import { GuardNote } from '../../components/GuardNote';
import { Note } from '../../components/Note';
import { answered, api } from '../../lib/api/client';
import { findingsOf, withoutWords } from '../../lib/api/guard';
import { detailOf, isPassing, statusOf } from '../../lib/api/problem';
import type { Post } from '../../lib/api/types';
import { readStored, writeStored } from '../../lib/stored';
import { showToast } from '../../lib/toasts';
import { useEditPost } from './useEditPost';
import styles from './EditForm.module.css';

type Field = 'doing' | 'learned' | 'need' | 'body';
type Words = Partial<Record<Field, string>>;

const labels = { doing: 'post.doing', learned: 'post.learned', need: 'post.stuck', body: 'post.text' } as const;

function fieldsOf(post: Post): readonly Field[] {
  if (post.kind !== 'working-out-loud') return ['body'];
  return post.body === null ? ['doing', 'learned', 'need'] : ['doing', 'learned', 'need', 'body'];
}

interface EditFormProps {
  post: Post;
  onClose: () => void;
}

/** Other words for a post or comment, in its place. What is written survives a closed page until it is saved or given up. */
export function EditForm({ post, onClose }: EditFormProps) {
  const { t } = useTranslation();
  const edit = useEditPost();
  const first = useRef<HTMLTextAreaElement>(null);
  const fields = fieldsOf(post);
  const stored = `edit.${post.id}`;
  const [words, setWords] = useState<Words>(() => readStored<Words>(stored) ?? {});
  const text = (field: Field) => words[field] ?? post[field] ?? '';
  const empty = fields.every((field) => text(field).trim() === '');
  const findings = findingsOf(edit.error, edit.variables?.words ?? {});
  const stale = statusOf(edit.error) === 412;

  useEffect(() => {
    const field = first.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  function write(field: Field, value: string) {
    const next = { ...words, [field]: value };
    setWords(next);
    writeStored(stored, next);
  }

  function close() {
    writeStored(stored, null);
    onClose();
  }

  function send(base: Post, acknowledged: readonly string[] = []) {
    const changed = Object.fromEntries(fields.map((field) => [field, text(field).trim() || null]));
    edit.mutate({ post: base, words: changed, acknowledged }, { onSuccess: close });
  }

  function save(event?: FormEvent) {
    event?.preventDefault();
    if (!empty && !edit.isPending) send(post);
  }

  async function saveOverIt() {
    send(await answered(api.GET('/api/v1/posts/{id}', { params: { path: { id: post.id } } })));
  }

  function onKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    if (event.key === 'Escape' && fields.every((field) => text(field) === (post[field] ?? ''))) close();
  }

  return (
    <form className={styles.form} aria-label={t('post.editing')} onSubmit={save} onKeyDown={onKey}>
      {fields.map((field, index) => (
        <GrowingText
          key={field}
          ref={index === 0 ? first : undefined}
          label={t(labels[field])}
          className={styles.field}
          minRows={2}
          value={text(field)}
          maxLength={field === 'body' ? 20_000 : 5_000}
          onChange={(value) => write(field, value)}
        />
      ))}
      {findings.length > 0 && (
        <GuardNote
          findings={findings}
          onTakeOut={() => {
            const left = Object.fromEntries(fields.map((field) => [field, withoutWords(text(field), findings)]));
            setWords(left);
            writeStored(stored, left);
            edit.reset();
            first.current?.focus();
          }}
          onHarmless={(rules) => send(post, [...(edit.variables?.acknowledged ?? []), ...rules])}
        />
      )}
      {edit.isError && findings.length === 0 && (
        <Note
          tone={stale ? 'warn' : 'bad'}
          icon={stale ? 'info' : 'warn'}
          alert
          title={t(stale ? 'post.stale' : 'post.editFailed')}
          actions={
            stale && (
              <Button small onClick={() => void saveOverIt().catch(() => showToast(t('post.editFailed'), { urgent: true }))}>
                {t('post.saveOver')}
              </Button>
            )
          }
        >
          {!stale && !isPassing(edit.error) && detailOf(edit.error)}
        </Note>
      )}
      <div className={styles.foot}>
        <Button kind="primary" type="submit" aria-disabled={empty || edit.isPending}>
          {t('post.saveChanges')}
        </Button>
        <Button kind="plain" onClick={close}>
          {t('common.cancel')}
        </Button>
        {empty && <span role="status">{t('post.editEmpty')}</span>}
      </div>
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, LinesField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { Unsaved } from '../../components/Unsaved';
import { detailOf, statusOf } from '../../lib/api/problem';
import type { KeepInLibrary, LibraryEntry } from '../../lib/api/types';

type Kind = LibraryEntry['kind'];

interface EntryFormProps {
  /** The one that is edited; a new one without. */
  entry?: LibraryEntry;
  /** The post to be kept. */
  postId?: string | undefined;
  back: string;
  busy: boolean;
  saved: boolean;
  error: unknown;
  onSubmit: (entry: KeepInLibrary) => void;
}

/** A page, a link, or why a post is kept. */
export function EntryForm({ entry, postId, back, busy, saved, error, onSubmit }: EntryFormProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>(entry?.kind ?? (postId === undefined ? 'page' : 'post'));
  const [title, setTitle] = useState(entry?.title ?? '');
  const [body, setBody] = useState(entry?.body ?? '');
  const [url, setUrl] = useState(entry?.url ?? '');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const changed = title !== (entry?.title ?? '') || body !== (entry?.body ?? '') || url !== (entry?.url ?? '');

  function save() {
    const lacks = [
      title.trim() === '' && 'title',
      kind === 'page' && body.trim() === '' && 'body',
      kind === 'link' && url.trim() === '' && 'url',
    ].filter((field) => field !== false);
    setMissing(lacks);
    if (lacks.length > 0) return;
    onSubmit({
      kind,
      title: title.trim(),
      body: body.trim() === '' ? null : body,
      ...(kind === 'link' && { url: url.trim() }),
      ...(kind === 'post' && postId !== undefined && { postId }),
    });
  }

  return (
    <>
      <Unsaved changed={changed && !saved} />
      <FormSheet
        label={t('library.save')}
        submit={t('library.save')}
        busy={busy}
        back={back}
        onSubmit={save}
        error={
          error != null && (
            <Note tone="bad" icon="warn" alert title={t(statusOf(error) === 412 ? 'library.stale' : 'library.saveFailed')}>
              {statusOf(error) === 412 ? t('library.staleText') : (detailOf(error) ?? t('composer.failedWhy'))}
            </Note>
          )
        }
      >
        {entry === undefined && postId === undefined && (
          <ChoiceField
            label={t('library.kind')}
            value={kind}
            options={(['page', 'link'] as const).map((value) => ({ value, label: t(`library.kinds.${value}`) }))}
            onChange={(value) => setKind(value === 'link' ? 'link' : 'page')}
          />
        )}
        <TextField
          label={t('library.entryTitle')}
          maxLength={200}
          required
          value={title}
          onChange={setTitle}
          error={missing.includes('title') ? t('library.titleMissing') : undefined}
        />
        {kind === 'link' && (
          <TextField
            label={t('library.url')}
            type="url"
            maxLength={2_000}
            required
            value={url}
            onChange={setUrl}
            error={missing.includes('url') ? t('library.urlMissing') : undefined}
          />
        )}
        <LinesField
          label={kind === 'page' ? t('library.body') : t('library.why')}
          hint={t('library.bodyHint')}
          optional={kind !== 'page'}
          minRows={kind === 'page' ? 12 : 3}
          maxLength={50_000}
          value={body}
          onChange={setBody}
          error={missing.includes('body') ? t('library.bodyMissing') : undefined}
        />
      </FormSheet>
    </>
  );
}

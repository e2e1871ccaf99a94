import { Modal } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField, TextField } from '../../components/Field';
import { Failed, Skeleton } from '../../components/States';
import type { Saved } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useSaved } from './useSaved';
import { useSavedFolders } from './useSavedFolders';
import { useSavePost } from './useSavePost';
import styles from './Saved.module.css';

interface SavedDialogProps {
  postId: string;
  opened: boolean;
  onClose: () => void;
}

/** Where a saved post lies and why it was kept. */
export function SavedDialog({ postId, opened, onClose }: SavedDialogProps) {
  const { t } = useTranslation();
  const saved = useSaved(postId, opened);
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{t('saved.folderAndNote')}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>
          {saved.data !== undefined ? (
            <Form key={saved.data.savedAt} postId={postId} saved={saved.data} onClose={onClose} />
          ) : saved.isError ? (
            <Failed error={saved.error} retry={() => void saved.refetch()} />
          ) : (
            <Skeleton label={t('feed.loading')} rows={1} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Form({ postId, saved, onClose }: { postId: string; saved: Saved; onClose: () => void }) {
  const { t } = useTranslation();
  const known = useId();
  const folders = useSavedFolders();
  const save = useSavePost();
  const [folder, setFolder] = useState(saved.folder ?? '');
  const [note, setNote] = useState(saved.note ?? '');

  function keep(event: FormEvent) {
    event.preventDefault();
    if (save.isPending) return;
    save.mutate(
      { id: postId, folder, note },
      { onSuccess: onClose, onError: () => showToast(t('saved.failed'), { urgent: true }) },
    );
  }

  return (
    <form className={styles.form} onSubmit={keep}>
      <TextField optional label={t('saved.folder')} value={folder} maxLength={60} list={known} autoComplete="off" onChange={setFolder} />
      <datalist id={known}>
        {folders.data?.items.filter(({ folder: name }) => name !== '').map(({ folder: name }) => <option key={name} value={name} />)}
      </datalist>
      <LinesField optional label={t('saved.note')} hint={t('saved.noteHint')} value={note} maxLength={1_000} onChange={setNote} />
      <div className={styles.foot}>
        <Button kind="plain" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button kind="primary" type="submit" aria-disabled={save.isPending}>
          {t('saved.keep')}
        </Button>
      </div>
    </form>
  );
}

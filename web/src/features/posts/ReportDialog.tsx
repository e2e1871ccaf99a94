import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { Note } from '../../components/Note';
import { answered, api } from '../../lib/api/client';
import { detailOf, isPassing } from '../../lib/api/problem';
import type { Post, ReportPost } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './ReportDialog.module.css';

const reasons = ['hurtful', 'confidential', 'misleading', 'spam', 'other'] as const;

interface ReportDialogProps {
  post: Post;
  opened: boolean;
  onClose: () => void;
}

/** Says to moderators what should not stand here, and why. */
export default function ReportDialog({ post, opened, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<ReportPost['reason'] | null>(null);
  const [detail, setDetail] = useState('');
  const [lacks, setLacks] = useState(false);
  const report = useMutation({
    mutationFn: (body: ReportPost) => answered(api.POST('/api/v1/posts/{id}/report', { params: { path: { id: post.id } }, body })),
    onSuccess: () => {
      onClose();
      showToast(t('report.done'));
    },
  });

  function send(event: FormEvent) {
    event.preventDefault();
    setLacks(reason === null);
    if (reason === null || report.isPending) return;
    report.mutate({ reason, ...(detail.trim() !== '' && { detail: detail.trim() }) });
  }

  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{t('report.title')}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>
          <form className={styles.form} onSubmit={send} noValidate>
            <p>{t('report.lead')}</p>
            <fieldset className={styles.reasons}>
              <legend>{t('report.why')}</legend>
              {reasons.map((each) => (
                <label key={each}>
                  <input type="radio" name="reason" value={each} checked={reason === each} onChange={() => setReason(each)} />
                  {t(`report.reasons.${each}`)}
                </label>
              ))}
            </fieldset>
            {lacks && <Note tone="warn" icon="info" alert title={t('report.lacks')} />}
            <LinesField label={t('report.detail')} optional value={detail} maxLength={1_000} onChange={setDetail} />
            {report.isError && (
              <Note tone="bad" icon="warn" alert title={t('report.failed')}>
                {isPassing(report.error) ? t('composer.failedWhy') : detailOf(report.error)}
              </Note>
            )}
            <div className={styles.foot}>
              <Button kind="plain" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button kind="primary" type="submit" aria-disabled={report.isPending}>
                {t('report.send')}
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

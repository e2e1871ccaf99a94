import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './Confirm.module.css';

interface ConfirmProps {
  opened: boolean;
  title: string;
  /** What will happen, in words. */
  children: ReactNode;
  /** The act itself, never "OK". */
  act: string;
  /** How to say no; "Cancel" where nothing says it better. */
  stay?: string | undefined;
  busy?: boolean;
  onAct: () => void;
  onClose: () => void;
}

/** Asks before something that is not lightly taken back. */
export function Confirm({ opened, title, children, act, stay, busy = false, onAct, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>
          <div className={styles.words}>{children}</div>
          <div className={styles.foot}>
            <Button kind="plain" onClick={onClose}>
              {stay ?? t('common.cancel')}
            </Button>
            <Button kind="danger" aria-disabled={busy} onClick={() => !busy && onAct()}>
              {act}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { singleKeys, switchSingleKeys } from '../lib/shortcuts';
import styles from './Shortcuts.module.css';

interface ShortcutsProps {
  opened: boolean;
  onClose: () => void;
}

/** Every key there is, and the switch that turns single keys off. */
export function Shortcuts({ opened, onClose }: ShortcutsProps) {
  const { t } = useTranslation();
  const on = singleKeys.use();
  const then = ` ${t('shortcuts.go')} `;
  const rows: [string[], string][] = [
    [['J'], t('shortcuts.next')],
    [['K'], t('shortcuts.previous')],
    [['Enter'], t('shortcuts.open')],
    [['R'], t('shortcuts.reply')],
    [['T'], t('shortcuts.thank')],
    [['1', '2', '3', '4'], t('shortcuts.thankOptions')],
    [['S'], t('shortcuts.save')],
    [['N'], t('shortcuts.write')],
    [['/'], t('shortcuts.search')],
    [['G', 'H'], t('places.home')],
    [['G', 'W'], t('places.help')],
    [['G', 'P'], t('places.people')],
    [['G', 'C'], t('places.communities')],
    [['G', 'I'], t('places.inventory')],
    [['Ctrl', 'Enter'], t('shortcuts.send')],
    [['Esc'], t('shortcuts.close')],
    [['?'], t('shortcuts.list')],
  ];
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{t('shortcuts.title')}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>
          <dl className={styles.list}>
            {rows.map(([pressed, what]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {pressed.map((key, index) => (
                    <span key={key}>
                      {index > 0 && (pressed[0] === 'G' ? then : ' ')}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <label className={styles.toggle}>
            <input type="checkbox" checked={on} onChange={(event) => switchSingleKeys(event.target.checked)} />
            <span>
              {t('shortcuts.on')}
              <small>{t('shortcuts.onHint')}</small>
            </span>
          </label>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

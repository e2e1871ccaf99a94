import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../components/Button';
import { ChoiceField } from '../../components/Field';
import { Icon } from '../../components/Icon';
import type { InventoryFilter } from './useInventory';
import styles from './Export.module.css';

const formats = ['csv', 'semicolon', 'json'] as const;
type Format = (typeof formats)[number];

/** The address of what the list shows, as a file. */
export function exportAddress({ sort: _, ...filter }: InventoryFilter, format: Format, members: boolean): string {
  const query = new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)]));
  query.set('format', format === 'json' ? 'json' : 'csv');
  if (format === 'semicolon') query.set('separator', 'semicolon');
  query.set('members', String(members));
  return `/api/v1/inventory/export?${query.toString()}`;
}

/** What the list shows, as a file. */
export function ExportMenu({ filter }: { filter: InventoryFilter }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<Format>(i18n.language.startsWith('de') ? 'semicolon' : 'csv');
  const [members, setMembers] = useState(false);
  return (
    <>
      <Button aria-expanded={open} aria-controls="export-inventory" onClick={() => setOpen(!open)}>
        <Icon name="download" />
        {t('export.inventory')}
      </Button>
      {open && (
        <div id="export-inventory" className={styles.menu} role="group" aria-label={t('export.inventory')}>
          <ChoiceField
            label={t('export.format')}
            value={format}
            options={formats.map((value) => ({ value, label: t(`export.formats.${value}`) }))}
            onChange={(value) => setFormat(formats.find((each) => each === value) ?? 'csv')}
          />
          <label className={styles.members}>
            <input type="checkbox" checked={members} onChange={(event) => setMembers(event.target.checked)} />
            {t('export.members')}
          </label>
          <a className={buttonClass({ kind: 'primary' })} href={exportAddress(filter, format, members)} download>
            {t('export.fetch')}
          </a>
        </div>
      )}
    </>
  );
}

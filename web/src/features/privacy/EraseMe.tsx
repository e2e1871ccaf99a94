import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { TextField } from '../../components/Field';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Person } from '../../lib/api/types';
import { useEraseMe } from './useEraseMe';

/** Being forgotten: says what goes and what stays, and wants the user name against slips. */
export function EraseMe({ person }: { person: Person }) {
  const { t } = useTranslation();
  const erase = useEraseMe();
  const [asking, setAsking] = useState(false);
  const [userName, setUserName] = useState('');
  const matches = userName.trim().toLowerCase() === person.userName.toLowerCase();

  if (erase.data !== undefined) {
    return (
      <Note tone="good" icon="check" alert title={t('erase.done')}>
        {t('erase.receipt', { id: erase.data.id })}
      </Note>
    );
  }
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">{t('erase.title')}</h2>
      <p>{t('erase.lead')}</p>
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('erase.begin')}
        </Button>
      </div>
      <Confirm
        opened={asking}
        title={t('erase.confirm')}
        act={t('erase.now')}
        busy={erase.isPending || !matches}
        onAct={() => erase.mutate(userName.trim())}
        onClose={() => setAsking(false)}
      >
        <ul>
          <li>{t('erase.goes')}</li>
          <li>{t('erase.stays')}</li>
          <li>{t('erase.account')}</li>
        </ul>
        <p>{t('erase.final')}</p>
        <TextField
          label={t('erase.userName', { userName: person.userName })}
          value={userName}
          onChange={setUserName}
          maxLength={255}
          autoComplete="off"
        />
        {erase.isError && (
          <Note tone="bad" icon="warn" alert title={t('erase.failed')}>
            {detailOf(erase.error) ?? t('distance.failed')}
          </Note>
        )}
      </Confirm>
    </section>
  );
}

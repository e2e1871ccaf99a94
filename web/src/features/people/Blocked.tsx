import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Empty } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import type { PersonSummary } from '../../lib/api/types';
import { useBlocks } from './useBlocks';
import { useKeepDistance } from './useKeepDistance';

/** The page of somebody who is not there: of one whom the viewer blocked it says so, with the way back. */
export function Blocked({ id, otherwise }: { id: string; otherwise: ReactNode }) {
  const { t } = useTranslation();
  const blocks = useBlocks();
  const { keep } = useKeepDistance();
  const person = itemsOf<PersonSummary>(blocks.data).find((each) => each.id === id);
  if (person === undefined) return otherwise;
  return (
    <Empty
      level={1}
      title={t('distance.youBlocked', { name: person.displayName })}
      actions={<Button onClick={() => void keep('block', person, false)}>{t('distance.unblock')}</Button>}
    >
      {t('distance.blockBoth')}
    </Empty>
  );
}

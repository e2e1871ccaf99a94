import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Note } from '../../components/Note';
import { statusOf } from '../../lib/api/problem';
import type { InventoryEntry, UpdateInventoryEntry } from '../../lib/api/types';
import { distance, monthsAhead } from '../../lib/dates';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { showToast } from '../../lib/toasts';
import { useClock } from '../../lib/useClock';
import { useReview } from './useReview';
import styles from './Inventory.module.css';

/** The question, what is known, one proposed answer and others. */
export function Review({ entry, onDone }: { entry: InventoryEntry; onDone: () => void }) {
  const { t } = useTranslation();
  const me = useSignedIn();
  const clock = useClock();
  const review = useReview(entry);
  const inSixMonths = monthsAhead(6, clock.now);
  const [date, setDate] = useState(entry.reviewBy ?? inSixMonths);
  const mayReview = hasRole(me, 'learning', 'admin') || entry.stewards.some(({ id }) => id === me.person.id);

  function decide(changes: UpdateInventoryEntry, done: 'inventory.done' | 'inventory.closed') {
    if (review.isPending) return;
    review.mutate(changes, {
      onSuccess: () => {
        showToast(t(done, { name: entry.name }));
        onDone();
      },
    });
  }

  return (
    <div className={styles.rev}>
      <div>
        <h2 dir="auto">{t('inventory.question', { name: entry.name })}</h2>
        <p>
          {entry.lastActivity === null
            ? t('inventory.neverSeen')
            : t('inventory.lastSeen', { when: distance(entry.lastActivity, clock) })}{' '}
          {entry.size !== null && t('inventory.people', { count: entry.size })}{' '}
          {entry.stewards.length === 0 && t('inventory.noSteward')} {!mayReview && t('inventory.notYours')}
        </p>
      </div>
      {review.isError && (
        <Note tone="bad" icon="warn" alert title={t(statusOf(review.error) === 412 ? 'inventory.stale' : 'inventory.failed')} />
      )}
      {mayReview && (
        <div className={styles.acts}>
          <Button kind="primary" onClick={() => decide({ reviewBy: inSixMonths }, 'inventory.done')}>
            {t('inventory.lives')}
          </Button>
          <form
            className={styles.date}
            onSubmit={(event) => {
              event.preventDefault();
              if (date !== '') decide({ reviewBy: date }, 'inventory.done');
            }}
          >
            <label htmlFor={`date-${entry.id}`}>{t('inventory.setDate')}</label>
            <input id={`date-${entry.id}`} type="date" value={date} required onChange={(event) => setDate(event.target.value)} />
            <Button type="submit">{t('inventory.set')}</Button>
          </form>
          {entry.stage !== 'closed' && (
            <Button kind="plain" onClick={() => decide({ stage: 'closed' }, 'inventory.closed')}>
              {t('inventory.closeIt')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Note } from '../../components/Note';
import { When } from '../../components/When';
import type { LandscapeMethod, LandscapeRun } from '../../lib/api/types';
import styles from './Landscape.module.css';
import { useLook, useRuns } from './useRuns';

interface MethodProps {
  run: LandscapeRun | null;
  method: LandscapeMethod;
  kind: 'gaps' | 'overlaps';
}

/** When it was looked for, among how much, by which figures; and how to look again. */
export function Method({ run, method, kind }: MethodProps) {
  const { t, i18n } = useTranslation();
  const look = useLook();
  const runs = useRuns();
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const waiting = runs.waiting || look.isPending;
  return (
    <div className={styles.method}>
      <div className={styles.bar}>
        <p role="status">
          {waiting && t('landscape.looking')}
          {!waiting && run?.finishedAt != null && (
            <>
              {t('landscape.lookedAt', {
                posts: number.format(run.posts ?? 0),
                people: number.format(run.people ?? 0),
                entries: number.format(run.entries ?? 0),
              })}{' '}
              <When at={run.finishedAt} />
            </>
          )}
        </p>
        <Button disabled={waiting} onClick={() => look.mutate()}>
          {t('landscape.look')}
        </Button>
      </div>
      {look.isError && <Note tone="bad" icon="warn" alert title={t('landscape.lookFailed')} />}
      {runs.data?.items[0]?.failed === true && <Note tone="bad" icon="warn" title={t('landscape.runFailed')} />}
      <details>
        <summary>{t('landscape.how')}</summary>
        <p>{t('landscape.source', { weeks: method.weeks, posts: number.format(method.mostPosts) })}</p>
        {kind === 'gaps' ? (
          <p>
            {t('landscape.gapsHow', {
              people: method.leastPeople,
              share: percent.format(method.largestShare),
              together: method.leastTogether,
              bond: number.format(method.leastBond),
              alone: method.mostAlone,
              named: method.namedFor,
              served: percent.format(method.servedShare),
            })}
          </p>
        ) : (
          <p>
            {t('landscape.overlapsHow', {
              words: percent.format(method.leastLikeness),
              tags: percent.format(method.leastTagLikeness),
              score: percent.format(method.leastScore),
            })}
          </p>
        )}
      </details>
    </div>
  );
}

import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Empty, Failed, Skeleton } from '../../components/States';
import type { Expert } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { useClock } from '../../lib/useClock';
import { atWork } from './awake';
import { ExpertItem } from './ExpertItem';
import { useExperts } from './useExperts';
import styles from './Experts.module.css';

interface ExpertListProps {
  topic: string;
  actions: (person: Expert['person']) => ReactNode;
}

/** Who can help with a topic; filters look only at who is here. */
export function ExpertList({ topic, actions }: ExpertListProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const { person: me } = useSignedIn();
  const query = useExperts(topic);
  const [awake, setAwake] = useState(false);
  const [outside, setOutside] = useState(false);
  if (query.isPending) return <Skeleton label={t('help.searching')} />;
  if (query.isError) return <Failed title={t('help.failed')} error={query.error} retry={() => void query.refetch()} />;
  const all = query.data.items;
  if (all.length === 0) {
    return (
      <div className="sheet">
        <Empty title={t('help.none', { topic })} actions={<AskEveryone />}>
          {t('help.noneText')}
        </Empty>
      </div>
    );
  }
  const fitting = all.filter(
    ({ person }) =>
      (!awake || atWork(person.timeZone, clock.now)) && (!outside || person.department === null || person.department !== me.department),
  );
  return (
    <>
      <div className={styles.head}>
        <h2 id="experts">
          <Trans t={t} i18nKey="help.found" count={all.length} values={{ topic }} components={{ n: <span className="num" /> }} />
        </h2>
        <span role="status" className="vh">
          {(awake || outside) && t('help.filtered', { count: fitting.length })}
        </span>
        <div role="group" aria-label={t('help.filters')} style={{ display: 'contents' }}>
          <button type="button" className={styles.chip} aria-pressed={awake} onClick={() => setAwake(!awake)}>
            {t('help.awake')}
          </button>
          {me.department !== null && (
            <button type="button" className={styles.chip} aria-pressed={outside} onClick={() => setOutside(!outside)}>
              {t('help.outside')}
            </button>
          )}
        </div>
      </div>
      {fitting.length === 0 ? (
        <div className="sheet">
          <Empty title={t('help.noneFiltered')} />
        </div>
      ) : (
        <ol className="sheet" aria-labelledby="experts">
          {fitting.map((expert, index) => (
            <ExpertItem key={expert.person.id} expert={expert} first={index === 0} actions={actions(expert.person)} />
          ))}
        </ol>
      )}
    </>
  );
}

export function AskEveryone() {
  const { t } = useTranslation();
  return (
    <ButtonLink to="/write" search={{ kind: 'question' }}>
      {t('help.askEveryone')}
    </ButtonLink>
  );
}

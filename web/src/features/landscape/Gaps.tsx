import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Empty, Failed, Skeleton } from '../../components/States';
import type { Gap } from '../../lib/api/types';
import styles from './Landscape.module.css';
import { Method } from './Method';
import { useGaps } from './useGaps';

interface GapsProps {
  /** Draws a post as an item of a list. */
  example: (id: string) => ReactNode;
}

/** Topics that many speak of and no community serves, each with what speaks for it. */
export function Gaps({ example }: GapsProps) {
  const { t } = useTranslation();
  const query = useGaps();
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const { run, method, items } = query.data;
  return (
    <>
      <Method run={run} method={method} kind="gaps" />
      {items.length === 0 ? (
        <Empty title={t(run === null ? 'landscape.noRun' : 'landscape.noGaps')}>{t('landscape.noGapsText')}</Empty>
      ) : (
        <ol className={styles.found} aria-label={t('landscape.gaps')}>
          {items.map((gap) => (
            <One key={gap.place} gap={gap} example={example} />
          ))}
        </ol>
      )}
    </>
  );
}

function One({ gap, example }: GapsProps & { gap: Gap }) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...gap.weeks);
  return (
    <li>
      <div className={styles.head}>
        <h2 dir="auto">{gap.label}</h2>
        <svg className={styles.weeks} viewBox={`0 0 ${gap.weeks.length * 7} 24`} aria-hidden="true">
          {gap.weeks.map((posts, week) => (
            <rect key={week} x={week * 7} y={24 - Math.round((posts / most) * 24)} width="5" height={Math.round((posts / most) * 24)} />
          ))}
        </svg>
      </div>
      <p>
        {t('landscape.spoken', { people: gap.people, posts: gap.posts, asks: gap.asks })}{' '}
        {gap.nearest === null
          ? t('landscape.noneNear')
          : t('landscape.nearest', {
              name: gap.nearest.name,
              share: new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(gap.share),
            })}
      </p>
      <p className={styles.words} dir="auto">
        {gap.words.join(' · ')}
      </p>
      {gap.examples.length > 0 && (
        <details>
          <summary>{t('landscape.examples', { count: gap.examples.length })}</summary>
          <ul className={styles.examples}>{gap.examples.map(example)}</ul>
        </details>
      )}
      <div className={styles.acts}>
        <ButtonLink kind="primary" to="/new-community" search={{ name: gap.label, domain: gap.label, words: gap.words.join(', ') }}>
          {t('landscape.seed')}
        </ButtonLink>
      </div>
    </li>
  );
}

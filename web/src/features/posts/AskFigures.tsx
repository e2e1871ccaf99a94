import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../lib/api/client';
import { span } from '../../lib/dates';
import { keys } from '../../lib/queryKeys';
import { useClock } from '../../lib/useClock';
import styles from './Aside.module.css';

/** Of fewer asks a share says nothing. */
const enough = 10;

/** How asking goes here: the fear of no reply is why people do not ask. */
export function AskFigures() {
  const { t } = useTranslation();
  const clock = useClock();
  const { data } = useQuery({
    queryKey: keys.asks,
    queryFn: () => answered(api.GET('/api/v1/asks/summary')),
    staleTime: 600_000,
  });
  if (data === undefined || !(data.asked >= enough) || data.medianSeconds === null) return null;
  return (
    <section aria-labelledby="ask-figures">
      <h2 id="ask-figures">{t('asks.title')}</h2>
      <p className={styles.text}>
        {t('asks.answered', { share: new Intl.NumberFormat(clock.locale, { style: 'percent' }).format(data.answered / data.asked) })}{' '}
        {t('asks.median', { time: span(data.medianSeconds, clock) })}
      </p>
    </section>
  );
}

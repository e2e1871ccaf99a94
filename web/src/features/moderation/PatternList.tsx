import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Empty, Failed, Skeleton } from '../../components/States';
import { showToast } from '../../lib/toasts';
import { usePatterns, useRemovePattern } from './usePatterns';
import styles from './Patterns.module.css';

/** What the guard looks for. */
export function PatternList() {
  const { t } = useTranslation();
  const query = usePatterns();
  const remove = useRemovePattern();
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const patterns = query.data.items;
  return (
    <div className="sheet">
      {patterns.length === 0 ? (
        <Empty title={t('guard.none')}>{t('guard.noneText')}</Empty>
      ) : (
        <ul className={styles.list} aria-label={t('guard.title')}>
          {patterns.map((pattern) => (
            <li key={pattern.id} className={styles.row}>
              <div dir="auto">
                <b>{pattern.name}</b>
                <p>
                  <code>{pattern.expression}</code>
                </p>
                <p>
                  {t(`guard.effect.${pattern.effect}`)}: {pattern.advice}
                </p>
              </div>
              <Button
                small
                kind="plain"
                aria-label={t('guard.removeOne', { name: pattern.name })}
                onClick={() => remove.mutate(pattern.id, { onError: () => showToast(t('guard.failed'), { urgent: true }) })}
              >
                {t('guard.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChipLink } from '../../components/Chip';
import { Empty } from '../../components/States';
import styles from './Search.module.css';
import { useTopTags } from './useTopTags';

/** What one can look for, before anything was typed. */
export function SearchHints() {
  const { t } = useTranslation();
  const tags = useTopTags().data?.items ?? [];
  return (
    <Empty title={t('search.begin')}>
      <span className={styles.hints}>
        <span>
          <kbd>{t('search.phrase')}</kbd> {t('search.phraseHint')}
        </span>
        <span>
          <kbd>{t('search.exclude')}</kbd> {t('search.excludeHint')}
        </span>
        {tags.length > 0 && (
          <span className={styles.tags}>
            {tags.map(({ tag }) => (
              <ChipLink key={tag} to="/search" search={{ tag }}>
                #{tag}
              </ChipLink>
            ))}
          </span>
        )}
      </span>
    </Empty>
  );
}

/** Nothing was found that the reader may read: whom else to ask. */
export function NothingFound({ q }: { q: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Empty title={q === undefined ? t('search.nothing') : t('search.nothingFor', { q })}>
      {t('search.nothingText')}{' '}
      <Link to="/who-can-help" search={q === undefined ? {} : { topic: q }}>
        {t('places.help')}
      </Link>
    </Empty>
  );
}

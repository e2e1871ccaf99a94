import { useTranslation } from 'react-i18next';
import { ChipLink } from '../../components/Chip';
import styles from './Profile.module.css';
import type { Viewer } from './seenAs';

const viewers = ['everyone', 'network'] as const;

/** One's own profile with others' eyes, and how to come back. */
export function ViewAs({ id, as }: { id: string; as: Viewer | undefined }) {
  const { t } = useTranslation();
  const params = { personId: id };
  return (
    <nav className={styles.viewAs} aria-label={t('profile.viewAs')}>
      <span aria-hidden="true">{t('profile.viewAs')}</span>
      <ChipLink to="/people/$personId" params={params} search={{}} activeOptions={{ exact: true, includeSearch: true }} replace>
        {t('profile.asYou')}
      </ChipLink>
      {viewers.map((viewer) => (
        <ChipLink key={viewer} to="/people/$personId" params={params} search={{ as: viewer }} replace>
          {t(`profile.as.${viewer}`)}
        </ChipLink>
      ))}
      <p role="status">{as !== undefined && t(`profile.asText.${as}`)}</p>
    </nav>
  );
}

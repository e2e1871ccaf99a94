import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import type { Community } from '../../lib/api/types';
import { fullDate } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import { isSteward } from './rights';
import styles from './Communities.module.css';

const fields = ['domain', 'purpose', 'practice', 'rhythm', 'norms'] as const;

/** Domain, purpose, practice, rhythm and norms, as far as somebody wrote them. */
export function CommunityAbout({ community }: { community: Community }) {
  const { t } = useTranslation();
  const clock = useClock();
  const written = fields.filter((field) => community[field]);
  return (
    <div className={`sheet ${styles.about}`}>
      {written.length === 0 && <p>{t('communities.nothingAbout')}</p>}
      {written.map((field) => (
        <div key={field}>
          <h2>{t(`communities.${field}`)}</h2>
          <p dir="auto">{community[field]}</p>
        </div>
      ))}
      <p className="muted">{t('communities.founded', { when: fullDate(community.createdAt, clock) })}</p>
      {isSteward(community) && !community.archived && (
        <div>
          <ButtonLink to="/communities/$slug/edit" params={{ slug: community.slug }}>
            {t('communities.edit')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

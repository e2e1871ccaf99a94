import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar, Mark } from '../../components/Avatar';
import { Icon } from '../../components/Icon';
import { useMyCommunities } from '../../features/communities/useMyCommunities';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';
import styles from './PlacesPage.module.css';

/** Everything that has no room in the phone's bar. */
export function PlacesPage() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const { person } = me;
  const communities = useMyCommunities();
  return (
    <Page title={t('places.places')}>
      <PageHead title={t('places.places')} />
      <div className="sheet">
        <ul className={styles.places}>
          <li>
            <Link to="/people/$personId" params={{ personId: person.id }}>
              <Avatar person={person} size="s" />
              {t('places.profile')}
            </Link>
          </li>
          <li>
            <Link to="/catch-up">
              <Icon name="catchup" size="l" />
              {t('places.catchUp')}
            </Link>
          </li>
          <li>
            <Link to="/saved">
              <Icon name="saved" size="l" />
              {t('places.saved')}
            </Link>
          </li>
          <li>
            <Link to="/inventory">
              <Icon name="inventory" size="l" />
              {t('places.inventory')}
            </Link>
          </li>
          {hasRole(me, 'moderator', 'admin') && (
            <li>
              <Link to="/moderation">
                <Icon name="flag" size="l" />
                {t('moderation.title')}
              </Link>
            </li>
          )}
        </ul>
      </div>
      <h2 className={styles.head} id="my-places">
        {t('places.mine')}
      </h2>
      <div className="sheet">
        <ul className={styles.places} aria-labelledby="my-places">
          {communities.map((community) => (
            <li key={community.id}>
              <Link to="/communities/$slug" params={{ slug: community.slug }} dir="auto">
                <Mark community={community} size="s" />
                {community.name}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/communities">
              <Icon name="communities" size="l" />
              {t('places.all')}
            </Link>
          </li>
        </ul>
      </div>
    </Page>
  );
}

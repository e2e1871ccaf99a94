import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../components/Avatar';
import { ButtonLink } from '../components/Button';
import { Icon } from '../components/Icon';
import { Logo } from '../components/Logo';
import { Note } from '../components/Note';
import { useMyCommunities } from '../features/communities/useMyCommunities';
import { Bell } from '../features/notifications/Bell';
import { hasRole, useSignedIn } from '../lib/session/useMe';
import { useOnline } from '../lib/useOnline';
import { useShortcuts } from './keyboard';
import { Shortcuts } from './Shortcuts';
import { UserMenu } from './UserMenu';
import styles from './Shell.module.css';

/** The frame around every page: bar, rail, phone bar, keys. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const online = useOnline();
  const search = useRef<HTMLInputElement>(null);
  const [listed, setListed] = useState(false);
  useShortcuts({ search: () => search.current?.focus(), list: () => setListed(true) });
  useFocusOnArrival(pathname);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <header className={styles.top}>
        <Link className={styles.brand} to="/">
          <Logo />
        </Link>
        <SearchBox field={search} />
        <div className={styles.topEnd}>
          <Link className={styles.findPhone} to="/search" aria-label={t('top.search')}>
            <Icon name="search" />
          </Link>
          <Bell />
          <UserMenu onShortcuts={() => setListed(true)} />
        </div>
      </header>
      <Rail />
      {!online && (
        <div className={styles.offline} role="status">
          <Note icon="offline" title={t('states.offline')}>
            {t('states.offlineText')}
          </Note>
        </div>
      )}
      {children}
      <PhoneBar />
      <Shortcuts opened={listed} onClose={() => setListed(false)} />
    </div>
  );
}

/** After a change of page the reader begins at its content, not at the link that is gone. */
function useFocusOnArrival(pathname: string) {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const focused = document.activeElement;
    if (focused === null || focused === document.body || !focused.closest('main')) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [pathname]);
}

function SearchBox({ field }: { field: React.RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <form
      className={styles.find}
      role="search"
      aria-label={t('top.search')}
      onSubmit={(event) => {
        event.preventDefault();
        const q = field.current?.value.trim() ?? '';
        event.currentTarget.reset();
        void navigate({ to: '/search', search: q === '' ? {} : { q } });
      }}
    >
      <Icon name="search" />
      <label className="vh" htmlFor="find">
        {t('top.search')}
      </label>
      <input ref={field} id="find" type="search" placeholder={t('top.search')} autoComplete="off" maxLength={200} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function Rail() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const { pathname } = useLocation();
  const communities = useMyCommunities();
  const learning = hasRole(me, 'learning', 'admin');
  const inventory = <RailLink to="/inventory" icon="inventory" label={t('places.inventory')} />;

  return (
    <nav className={styles.rail} aria-label={t('places.main')}>
      <ButtonLink kind={pathname === '/' ? 'outline' : 'primary'} className={styles.write} to="/write">
        <Icon name="write" />
        {t('places.write')}
        <kbd aria-hidden="true">N</kbd>
      </ButtonLink>
      <ul>
        <RailLink to="/" icon="home" label={t('places.home')} exact />
        <RailLink to="/catch-up" icon="catchup" label={t('places.catchUp')} />
        <RailLink to="/who-can-help" icon="help" label={t('places.help')} />
        <RailLink to="/people" icon="people" label={t('places.people')} />
        <RailLink to="/saved" icon="saved" label={t('places.saved')} />
        {hasRole(me, 'moderator', 'admin') && <RailLink to="/moderation" icon="flag" label={t('moderation.title')} />}
        {!learning && inventory}
      </ul>
      {learning && (
        <>
          <h2 id="rail-learning">{t('places.learning')}</h2>
          <ul aria-labelledby="rail-learning">{inventory}</ul>
        </>
      )}
      <h2 id="rail-communities">{t('places.mine')}</h2>
      <ul aria-labelledby="rail-communities">
        {communities.map((community) => (
          <li key={community.id}>
            <Link to="/communities/$slug" params={{ slug: community.slug }}>
              <Mark community={community} size="xs" />
              <span dir="auto">{community.name}</span>
            </Link>
          </li>
        ))}
        <RailLink to="/communities" icon="communities" label={t('places.all')} exact />
      </ul>
    </nav>
  );
}

interface RailLinkProps {
  to: '/' | '/catch-up' | '/who-can-help' | '/people' | '/saved' | '/communities' | '/inventory' | '/moderation';
  icon: string;
  label: string;
  exact?: boolean;
}

function RailLink({ to, icon, label, exact = false }: RailLinkProps) {
  return (
    <li>
      <Link to={to} activeOptions={{ exact, includeSearch: false }}>
        <Icon name={icon} />
        <span>{label}</span>
      </Link>
    </li>
  );
}

function PhoneBar() {
  const { t } = useTranslation();
  const options = { exact: true, includeSearch: false };
  return (
    <nav className={styles.tabs} aria-label={t('places.phone')}>
      <Link to="/" activeOptions={options}>
        <Icon name="home" size="l" />
        <span>{t('places.home')}</span>
      </Link>
      <Link to="/who-can-help" activeOptions={options}>
        <Icon name="help" size="l" />
        <span>{t('places.helpShort')}</span>
      </Link>
      <Link to="/write" className={styles.tabWrite} aria-label={t('places.write')}>
        <span>
          <Icon name="write" size="l" />
        </span>
      </Link>
      <Link to="/people" activeOptions={options}>
        <Icon name="people" size="l" />
        <span>{t('places.people')}</span>
      </Link>
      <Link to="/places" activeOptions={options}>
        <Icon name="table" size="l" />
        <span>{t('places.places')}</span>
      </Link>
    </nav>
  );
}

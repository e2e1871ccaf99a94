import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { ChipLink } from '../../components/Chip';
import { Glyph } from '../../components/Icon';
import { Empty } from '../../components/States';
import { Invitations } from '../../features/communities/Invitations';
import { mayWrite } from '../../features/communities/rights';
import { useMyCommunities } from '../../features/communities/useMyCommunities';
import { Composer } from '../../features/composer/Composer';
import type { Text } from '../../features/composer/draft';
import { Opener } from '../../features/composer/Opener';
import { ScheduledTrouble } from '../../features/composer/ScheduledTrouble';
import { HiddenTrouble } from '../../features/moderation/HiddenTrouble';
import { Suggestions } from '../../features/people/Suggestions';
import { AskFigures } from '../../features/posts/AskFigures';
import { Feed } from '../../features/posts/Feed';
import { useHomeFeed } from '../../features/posts/useHomeFeed';
import { WaitingAsks } from '../../features/posts/WaitingAsks';
import { itemsOf } from '../../lib/api/paging';
import type { Post } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { useSignedIn } from '../../lib/session/useMe';
import { shortcutOf } from '../../lib/shortcuts';
import { showToast } from '../../lib/toasts';
import { Page } from '../Page';
import type { HomeFilter } from '../search';
import styles from './HomePage.module.css';

/** Who follows so many has found the way. */
const enoughFollowed = 10;

export function HomePage() {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const { show } = useSearch({ from: '/inside/' });
  const filter = show ?? 'everything';
  const feed = useHomeFeed(filter);
  const empty = filter === 'everything' && feed.isSuccess && itemsOf<Post>(feed.data).length === 0;
  return (
    <Page
      title={t('home.title')}
      asideLabel={t('home.beside')}
      aside={
        <>
          <WaitingAsks me={me.id} />
          <AskFigures />
          <Suggestions wanted={me.following < enoughFollowed && !empty} />
        </>
      }
    >
      <h1 className="vh">{t('home.title')}</h1>
      <ScheduledTrouble />
      <HiddenTrouble />
      <Invitations />
      <Writing />
      <Filters />
      <HomeFeed key={filter} filter={filter} />
    </Page>
  );
}

/** One line until it is wanted; then the composer in its place, or on a phone on a page of its own. */
function Writing() {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const communities = useMyCommunities();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 760px)') ?? false;
  const [start, setStart] = useState<Text | null>(null);

  useEffect(() => {
    if (phone) return undefined;
    // Before the page-wide key, which would leave for the page of its own
    const onKey = (event: KeyboardEvent) => {
      if (shortcutOf(event) !== 'n') return;
      event.preventDefault();
      setStart('doing');
      window.scrollTo({ top: 0 });
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [phone]);

  if (start === null || phone) {
    return <Opener me={me} onOpen={(at) => (phone ? void navigate({ to: '/write' }) : setStart(at))} />;
  }
  return (
    <Composer
      me={me}
      communities={communities.filter(mayWrite)}
      start={start}
      onClose={() => setStart(null)}
      onPosted={() => {
        setStart(null);
        showToast(t('composer.posted'));
      }}
    />
  );
}

function Filters() {
  const { t } = useTranslation();
  const options = { exact: true, includeSearch: true, explicitUndefined: true };
  return (
    <nav className={styles.filters} aria-label={t('home.filters')}>
      <h2>{t('home.newest')}</h2>
      <ChipLink to="/" search={{}} activeOptions={options} resetScroll={false}>
        {t('home.everything')}
      </ChipLink>
      <ChipLink to="/" search={{ show: 'asks' }} activeOptions={options} resetScroll={false}>
        <Glyph name="stuck" tone="muted" size="s" className={styles.glyph} />
        {t('home.asks')}
      </ChipLink>
      <ChipLink to="/" search={{ show: 'learned' }} activeOptions={options} resetScroll={false}>
        {t('home.learned')}
      </ChipLink>
    </nav>
  );
}

const belongs: Record<HomeFilter, (post: Post) => boolean> = {
  everything: () => true,
  asks: (post) => post.waitingSince !== null,
  learned: (post) => post.learned !== null,
};

function HomeFeed({ filter }: { filter: HomeFilter }) {
  const { t } = useTranslation();
  const query = useHomeFeed(filter);
  return (
    <Feed label={t('feed.home')} query={query} queryKey={keys.feeds.home(filter)} accepts={belongs[filter]} empty={<Nothing filter={filter} />} />
  );
}

function Nothing({ filter }: { filter: HomeFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (filter === 'asks') return <Empty title={t('feed.emptyAsks')}>{t('feed.emptyAsksText')}</Empty>;
  if (filter === 'learned') return <Empty title={t('feed.emptyLearned')}>{t('feed.emptyLearnedText')}</Empty>;
  return (
    <>
      <Empty
        title={t('feed.emptyHome')}
        actions={
          <>
            <Button kind="primary" onClick={() => void navigate({ to: '/write' })}>
              {t('feed.emptyHomeWrite')}
            </Button>
            <ButtonLink to="/communities">{t('feed.emptyHomeFind')}</ButtonLink>
          </>
        }
      >
        {t('feed.emptyHomeText')}
      </Empty>
      <div className={styles.suggestions}>
        <Suggestions />
      </div>
    </>
  );
}

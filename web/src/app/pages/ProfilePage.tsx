import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Empty, Skeleton } from '../../components/States';
import { CommunityList } from '../../features/communities/CommunityList';
import { useCommunitiesOf } from '../../features/communities/useCommunitiesOf';
import { Blocked } from '../../features/people/Blocked';
import { PeopleList } from '../../features/people/PeopleList';
import { ProfileAside, ProfileHead } from '../../features/people/ProfileHead';
import { seenAs } from '../../features/people/seenAs';
import { ViewAs } from '../../features/people/ViewAs';
import { useFollowers } from '../../features/people/useFollowers';
import { useFollowing } from '../../features/people/useFollowing';
import { usePerson } from '../../features/people/usePerson';
import { Feed } from '../../features/posts/Feed';
import { usePersonFeed } from '../../features/posts/usePersonFeed';
import { statusOf } from '../../lib/api/problem';
import type { Person } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { useSignedIn } from '../../lib/session/useMe';
import { Page } from '../Page';

export function ProfilePage() {
  const { personId } = useParams({ from: '/inside/people/$personId' });
  return <Profile id={personId}>{(person) => <Posts person={person} />}</Profile>;
}

export function FollowingPage() {
  const { personId } = useParams({ from: '/inside/people/$personId/following' });
  return <Profile id={personId}>{(person) => <Following person={person} />}</Profile>;
}

export function FollowersPage() {
  const { personId } = useParams({ from: '/inside/people/$personId/followers' });
  return <Profile id={personId}>{(person) => <Followers person={person} />}</Profile>;
}

export function CommunitiesOfPersonPage() {
  const { personId } = useParams({ from: '/inside/people/$personId/communities' });
  return <Profile id={personId}>{(person) => <CommunitiesOf person={person} />}</Profile>;
}

function Profile({ id, children }: { id: string; children: (person: Person) => ReactNode }) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const person = usePerson(id);
  const { as } = useSearch({ strict: false });
  if (person.data === undefined || statusOf(person.error) === 404) {
    return (
      <Page>
        {person.isError ? (
          <Missing id={id} error={person.error} retry={() => void person.refetch()} />
        ) : (
          <Skeleton label={t('common.loading')} rows={2} />
        )}
      </Page>
    );
  }
  const { displayName } = person.data;
  const mine = me.id === id;
  const shown = mine && as !== undefined ? seenAs(person.data, as) : person.data;
  return (
    <Page title={displayName} asideLabel={t('profile.about', { name: displayName })} aside={<ProfileAside person={shown} />}>
      {mine && <ViewAs id={id} as={as} />}
      <ProfileHead person={shown} mine={mine} invites={as === undefined} />
      {children(person.data)}
    </Page>
  );
}

function Missing({ id, error, retry }: { id: string; error: unknown; retry: () => void }) {
  const failed = <Failed error={error} retry={retry} />;
  return statusOf(error) === 404 ? <Blocked id={id} otherwise={failed} /> : failed;
}

function Posts({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const query = usePersonFeed(person.id);
  const name = person.displayName;
  return (
    <Feed
      solo
      label={t('profile.postsBy', { name })}
      query={query}
      queryKey={keys.feeds.person(person.id)}
      accepts={(post) => post.author.id === person.id}
      empty={<Empty title={me.id === person.id ? t('feed.emptyMine') : t('feed.emptyPerson', { name })} />}
    />
  );
}

function Following({ person }: { person: Person }) {
  const { t } = useTranslation();
  const query = useFollowing(person.id);
  return (
    <div className="sheet">
      <PeopleList
        label={t('profile.following')}
        query={query}
        empty={<Empty title={t('profile.noFollowing', { name: person.displayName })} />}
      />
    </div>
  );
}

function CommunitiesOf({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const query = useCommunitiesOf(person.id);
  const none = me.id === person.id ? t('profile.noCommunitiesMine') : t('profile.noCommunities', { name: person.displayName });
  return (
    <div className="sheet">
      <CommunityList query={query} empty={<Empty title={none} />} />
    </div>
  );
}

function Followers({ person }: { person: Person }) {
  const { t } = useTranslation();
  const query = useFollowers(person.id);
  return (
    <div className="sheet">
      <PeopleList
        label={t('profile.followers')}
        query={query}
        empty={<Empty title={t('profile.noFollowers', { name: person.displayName })} />}
      />
    </div>
  );
}

import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Empty, Failed, Skeleton } from '../../components/States';
import { AddMember } from '../../features/communities/AddMember';
import { Asks } from '../../features/communities/Asks';
import { CommunityAbout } from '../../features/communities/CommunityAbout';
import { CommunityAside } from '../../features/communities/CommunityAside';
import { CommunityHead } from '../../features/communities/CommunityHead';
import { Invitations } from '../../features/communities/Invitations';
import { InvitePeople } from '../../features/communities/InvitePeople';
import { MemberList } from '../../features/communities/MemberList';
import { NormsCard } from '../../features/communities/NormsCard';
import { isHost, isSteward, keepsRules, mayInvite, mayWrite } from '../../features/communities/rights';
import { useCommunity } from '../../features/communities/useCommunity';
import { LibraryList } from '../../features/library/LibraryList';
import { ProposalNote } from '../../features/landscape/ProposalNote';
import { Feed } from '../../features/posts/Feed';
import { useCommunityFeed } from '../../features/posts/useCommunityFeed';
import { statusOf } from '../../lib/api/problem';
import type { Community } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { useSignedIn } from '../../lib/session/useMe';
import { Page } from '../Page';

export function CommunityTalkPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/inside/communities/$slug' });
  return (
    <CommunityPlace slug={slug}>
      {(community) => (
        <>
          {isHost(community) && (
            <p>
              <ButtonLink to="/communities/$slug/plan" params={{ slug: community.slug }}>
                {t('planner.open')}
              </ButtonLink>
            </p>
          )}
          {isSteward(community) && <ProposalNote communityId={community.id} />}
          <NormsCard community={community} />
          <Talk community={community} />
        </>
      )}
    </CommunityPlace>
  );
}

export function CommunityAboutPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/about' });
  return <CommunityPlace slug={slug}>{(community) => <CommunityAbout community={community} />}</CommunityPlace>;
}

export function CommunityLibraryPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/library' });
  return (
    <CommunityPlace slug={slug}>
      {(community) => <LibraryList community={community} mayWrite={mayWrite(community)} />}
    </CommunityPlace>
  );
}

export function CommunityMembersPage() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const { slug } = useParams({ from: '/inside/communities/$slug/members' });
  return (
    <CommunityPlace slug={slug}>
      {(community) => (
        <>
          {isSteward(community) && <Asks community={community} />}
          {isSteward(community) && !community.archived && <AddMember community={community} />}
          {mayInvite(community) && <InvitePeople community={community} />}
          {keepsRules(community, me) && (
            <p>
              <ButtonLink to="/communities/$slug/rules" params={{ slug: community.slug }}>
                {t('rules.open')}
              </ButtonLink>
            </p>
          )}
          <div className="sheet">
            <MemberList community={community} />
          </div>
        </>
      )}
    </CommunityPlace>
  );
}

export function CommunityPlace({ slug, children }: { slug: string; children: (community: Community) => ReactNode }) {
  const { t } = useTranslation();
  const community = useCommunity(slug);
  if (community.data === undefined) {
    return (
      <Page>
        {community.isError ? (
          <Failed error={community.error} retry={() => void community.refetch()} />
        ) : (
          <Skeleton label={t('common.loading')} rows={2} />
        )}
      </Page>
    );
  }
  const { name } = community.data;
  return (
    <Page title={name} asideLabel={t('communities.beside', { name })} aside={<CommunityAside community={community.data} />}>
      <CommunityHead community={community.data} />
      <Invitations only={community.data.id} />
      {children(community.data)}
    </Page>
  );
}

function Talk({ community }: { community: Community }) {
  const { t } = useTranslation();
  const query = useCommunityFeed(community.id);
  const status = statusOf(query.error);
  if (status === 403 || status === 404) {
    return (
      <div className="sheet">
        <Empty title={t('feed.closed')}>{t('feed.closedText')}</Empty>
      </div>
    );
  }
  return (
    <Feed
      inPlace
      label={t('communities.postsIn', { name: community.name })}
      query={query}
      queryKey={keys.feeds.community(community.id)}
      accepts={(post) => post.community?.id === community.id}
      empty={
        <Empty
          title={t('feed.emptyCommunity')}
          actions={
            mayWrite(community) && (
              <ButtonLink kind="primary" to="/write" search={{ community: community.slug }}>
                {t('communities.postHere')}
              </ButtonLink>
            )
          }
        >
          {!community.archived && t('feed.emptyCommunityText')}
        </Empty>
      }
    />
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Avatar';
import { ButtonLink } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { PlaceHead } from '../../components/PlaceHead';
import { StageName } from '../../components/StageName';
import { TabLink, Tabs } from '../../components/Tabs';
import type { Community } from '../../lib/api/types';
import { JoinButton, OnlyFollowButton } from './JoinButton';
import { MergedNote } from './MergedNote';
import { mayWrite } from './rights';
import { visibilityIcons } from './visibility';
import { useCommunityById } from './useCommunityById';

/** What a community is for, who is in, and its parts. */
export function CommunityHead({ community }: { community: Community }) {
  const { t } = useTranslation();
  const parent = useCommunityById(community.parentId);
  const params = { slug: community.slug };
  return (
    <>
      <PlaceHead
        mark={<Mark community={community} size="xl" />}
        name={community.name}
        line={community.purpose}
        actions={
          <>
            {!community.archived && <OnlyFollowButton community={community} />}
            {(!community.archived || community.mine.role !== null) && <JoinButton community={community} />}
            {mayWrite(community) && (
              <ButtonLink kind="primary" to="/write" search={{ community: community.slug }}>
                <Icon name="write" />
                {t('communities.postHere')}
              </ButtonLink>
            )}
          </>
        }
        facts={
          <>
            <li>
              <StageName stage={community.stage} />
            </li>
            <li>
              <Icon name="people" />
              {t('communities.members', { count: community.members })}
            </li>
            <li title={t(`visibility.${community.visibility}Hint`)}>
              <Icon name={visibilityIcons[community.visibility]} />
              {t(`visibility.${community.visibility}`)}
            </li>
            {parent.data !== undefined ? (
              <li>
                <Icon name="communities" />
                <Link to="/communities/$slug" params={{ slug: parent.data.slug }}>
                  {t('communities.inDomain', { domain: parent.data.name })}
                </Link>
              </li>
            ) : (
              community.domain && (
                <li dir="auto">
                  <Icon name="hash" />
                  {community.domain}
                </li>
              )
            )}
          </>
        }
      />
      <MergedNote community={community} />
      <Tabs label={community.name}>
        <TabLink to="/communities/$slug" params={params} activeOptions={{ exact: true }}>
          {t('communities.talk')}
        </TabLink>
        <TabLink to="/communities/$slug/library" params={params}>
          {t('library.title')}
        </TabLink>
        <TabLink to="/communities/$slug/about" params={params}>
          {t('communities.about')}
        </TabLink>
        <TabLink to="/communities/$slug/members" params={params}>
          {t('communities.people')} <span className="num">{community.members}</span>
        </TabLink>
      </Tabs>
    </>
  );
}

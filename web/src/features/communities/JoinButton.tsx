import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { statusOf } from '../../lib/api/problem';
import type { Community } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useMembership } from './useMembership';

interface JoinButtonProps {
  community: Community;
  small?: boolean;
}

/** Join, ask or follow; and once in, what one is there and the way out. */
export function JoinButton({ community, small = false }: JoinButtonProps) {
  const { t } = useTranslation();
  const membership = useMembership();
  const { role, asked } = community.mine;
  const { name } = community;

  function become(to: 'member' | 'follower' | null) {
    if (membership.isPending) return;
    membership.mutate(
      { community, to },
      {
        onError: (error) =>
          showToast(t(statusOf(error) === 409 ? 'communities.lastSteward' : 'communities.joinFailed'), { urgent: true }),
      },
    );
  }

  if (role === null && !asked) {
    const open = community.visibility === 'open';
    return (
      <Button
        small={small}
        aria-label={t(open ? 'communities.joinOne' : 'communities.askOne', { name })}
        aria-disabled={membership.isPending}
        onClick={() => become('member')}
      >
        <Icon name="plus" size={small ? 's' : 'm'} />
        {open ? t('communities.join') : t('communities.ask')}
      </Button>
    );
  }
  const word = role === null ? t('communities.asked') : t(`role.${role}`);
  return (
    <Menu>
      <Menu.Target>
        <Button small={small} aria-label={t('communities.yourPart', { name, role: word })} aria-disabled={membership.isPending}>
          <Icon name={role === null ? 'clock' : 'check'} size={small ? 's' : 'm'} />
          {word}
          <Icon name="down" size="s" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {role === 'follower' && (
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => become('member')}>
            {t('communities.becomeMember')}
          </Menu.Item>
        )}
        {role === 'member' && community.visibility === 'open' && (
          <Menu.Item leftSection={<Icon name="eye" />} onClick={() => become('follower')}>
            {t('communities.follow')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon name="close" />} onClick={() => become(null)}>
          {role === null ? t('communities.withdraw') : role === 'follower' ? t('communities.stopFollowing') : t('communities.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Beside Join in an open community: watch first. That is real participation too. */
export function OnlyFollowButton({ community }: { community: Community }) {
  const { t } = useTranslation();
  const membership = useMembership();
  if (community.mine.role !== null || community.visibility !== 'open') return null;
  return (
    <Button
      kind="plain"
      aria-disabled={membership.isPending}
      onClick={() =>
        membership.mutate(
          { community, to: 'follower' },
          { onError: () => showToast(t('communities.joinFailed'), { urgent: true }) },
        )
      }
    >
      <Icon name="eye" />
      {t('communities.follow')}
    </Button>
  );
}

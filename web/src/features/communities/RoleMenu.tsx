import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { statusOf } from '../../lib/api/problem';
import type { Community, MemberPage, MemberRole } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useSetMember } from './useSetMember';

const roles: readonly MemberRole[] = ['steward', 'facilitator', 'member', 'follower'];

/** A steward gives somebody another role, or takes them out. */
export function RoleMenu({ community, member }: { community: Community; member: MemberPage['items'][number] }) {
  const { t } = useTranslation();
  const set = useSetMember(community.id);
  const name = member.person.displayName;

  function become(role: MemberRole | null) {
    set.mutate(
      { personId: member.person.id, role },
      {
        onSuccess: () =>
          showToast(
            role === null ? t('communities.takenOut', { name }) : t('communities.isNow', { name, role: t(`role.${role}`) }),
          ),
        onError: (error) =>
          showToast(t(statusOf(error) === 409 ? 'communities.oneStewardStays' : 'communities.joinFailed'), { urgent: true }),
      },
    );
  }

  return (
    <Menu>
      <Menu.Target>
        <Button small kind="plain" aria-label={t('communities.roleOf', { name, role: t(`role.${member.role}`) })}>
          {t(`role.${member.role}`)}
          <Icon name="down" size="s" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={member.role} onChange={(role) => become(role as MemberRole)}>
          {roles.map((role) => (
            <Menu.RadioItem key={role} value={role} checkIcon={<Icon name="check" />} closeMenuOnClick>
              {t(`role.${role}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="close" />} onClick={() => become(null)}>
          {t('communities.takeOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

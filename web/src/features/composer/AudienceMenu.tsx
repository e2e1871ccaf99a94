import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Avatar';
import { Icon } from '../../components/Icon';
import type { Audience, Community } from '../../lib/api/types';
import { useAudiencePreview } from './useAudiencePreview';
import styles from './Composer.module.css';

interface AudienceMenuProps {
  audience: Audience;
  communities: Community[];
  onChange: (audience: Audience) => void;
}

/** Who can read it, with how many people that is. */
export function AudienceMenu({ audience, communities, onChange }: AudienceMenuProps) {
  const { t } = useTranslation();
  const preview = useAudiencePreview(audience);
  const community = communities.find(({ id }) => id === audience.communityId);
  const name =
    audience.type === 'community'
      ? (community?.name ?? '…')
      : t(audience.type === 'followers' ? 'composer.followers' : 'composer.everyone');
  const choose = (value: string) =>
    onChange(value === 'everyone' || value === 'followers' ? { type: value } : { type: 'community', communityId: value });
  return (
    <Menu width={320} position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.audience}>
          <span className="vh">{t('composer.audience')}: </span>
          <Icon name={audience.type === 'everyone' ? 'everyone' : audience.type === 'followers' ? 'people' : 'communities'} />
          <span dir="auto">{name}</span>
          <small>{preview.data !== undefined && t('composer.readers', { count: preview.data.count })}</small>
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.audiences}>
        <Menu.RadioGroup value={audience.communityId ?? audience.type} onChange={choose}>
          <Choice
            value="everyone"
            mark={<Icon name="everyone" />}
            name={t('composer.everyone')}
            hint={t('composer.everyoneHint')}
          />
          <Choice
            value="followers"
            mark={<Icon name="people" />}
            name={t('composer.followers')}
            hint={t('composer.followersHint')}
          />
          {communities.map((each) => (
            <Choice
              key={each.id}
              value={each.id}
              mark={<Mark community={each} size="xs" />}
              name={each.name}
              hint={t(`visibility.${each.visibility}`)}
            />
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  value: string;
  mark: ReactNode;
  name: string;
  hint: string;
}

function Choice({ value, mark, name, hint }: ChoiceProps) {
  return (
    <Menu.RadioItem value={value} checkIcon={<Icon name="check" />} rightSection={mark} closeMenuOnClick>
      <b dir="auto">{name}</b>
      <small>{hint}</small>
    </Menu.RadioItem>
  );
}

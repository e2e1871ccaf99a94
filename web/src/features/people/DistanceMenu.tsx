import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Icon } from '../../components/Icon';
import type { Person } from '../../lib/api/types';
import { useKeepDistance } from './useKeepDistance';

/** Muting and blocking somebody; a block says what it does before it does it. */
export function DistanceMenu({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { keep, busy } = useKeepDistance();
  const [asking, setAsking] = useState(false);
  const name = person.displayName;
  const { muted } = person.mine;

  return (
    <>
      <Menu width={230} position="bottom-end">
        <Menu.Target>
          <IconButton aria-label={t('distance.menu', { name })}>
            <Icon name="more" />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="mute" />} onClick={() => void keep('mute', person, !muted)}>
            {t(muted ? 'distance.unmute' : 'distance.mute')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="shield" />} onClick={() => setAsking(true)}>
            {t('distance.block')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={t('distance.blockTitle', { name })}
        act={t('distance.blockNow')}
        busy={busy}
        onAct={() => void keep('block', person, true).finally(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        <ul>
          <li>{t('distance.blockBoth')}</li>
          <li>{t('distance.blockFollows')}</li>
          <li>{t('distance.blockQuiet')}</li>
        </ul>
        <p>{t('distance.blockUndo')}</p>
      </Confirm>
    </>
  );
}

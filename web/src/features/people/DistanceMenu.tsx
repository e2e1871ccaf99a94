import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Icon } from '../../components/Icon';
import type { Person } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useBlock, useMute } from './useDistance';

/** Muting and blocking somebody; a block says what it does before it does it. */
export function DistanceMenu({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mute = useMute();
  const block = useBlock();
  const [asking, setAsking] = useState(false);
  const name = person.displayName;
  const { muted } = person.mine;
  const failed = () => showToast(t('distance.failed'), { urgent: true });

  function switchMute() {
    mute.mutate(
      { id: person.id, on: !muted },
      { onSuccess: () => showToast(t(muted ? 'distance.unmutedNow' : 'distance.mutedNow', { name })), onError: failed },
    );
  }

  function doBlock() {
    block.mutate({ id: person.id, on: true }, { onError: failed, onSettled: () => setAsking(false) });
  }

  return (
    <>
      <Menu width={230} position="bottom-end">
        <Menu.Target>
          <IconButton aria-label={t('distance.menu', { name })}>
            <Icon name="more" />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="mute" />} onClick={switchMute}>
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
        busy={block.isPending}
        onAct={doBlock}
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

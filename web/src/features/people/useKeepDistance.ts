import { useTranslation } from 'react-i18next';
import type { PersonRef } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useBlock, useMute } from './useDistance';

const undoSeconds = 10;

/** Muting and blocking that says what was done, and can be taken back while it says so. */
export function useKeepDistance() {
  const { t } = useTranslation();
  const mute = useMute();
  const block = useBlock();
  const ways = { mute: [mute, 'distance.mutedNow', 'distance.unmutedNow'], block: [block, 'distance.blockedNow', 'distance.unblockedNow'] } as const;

  function keep(way: keyof typeof ways, { id, displayName: name }: Pick<PersonRef, 'id' | 'displayName'>, on: boolean) {
    const [change, done, undone] = ways[way];
    const failed = () => showToast(t('distance.failed'), { urgent: true });
    const back = () => change.mutateAsync({ id, on: !on }).catch(failed);
    return change
      .mutateAsync({ id, on })
      .then(() =>
        showToast(t(on ? done : undone, { name }), {
          seconds: undoSeconds,
          action: { label: t('common.undo'), run: () => void back() },
        }),
      )
      .catch(failed);
  }

  return { keep, busy: mute.isPending || block.isPending };
}

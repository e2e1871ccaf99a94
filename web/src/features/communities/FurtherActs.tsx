import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { detailOf } from '../../lib/api/problem';
import type { Community } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Communities.module.css';
import { useArchive } from './useArchive';

interface FurtherActsProps {
  community: Community;
  onArchived: () => void;
}

/** What a community may become: part of another, two of them, or history. */
export function FurtherActs({ community, onArchived }: FurtherActsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const archive = useArchive(community.id);
  const { slug, name } = community;

  function end() {
    archive.mutate(undefined, {
      onSuccess: () => {
        showToast(t('merge.archiveDone', { name }));
        onArchived();
      },
      onError: (error) => showToast(detailOf(error) ?? t('communities.joinFailed'), { urgent: true }),
    });
  }

  return (
    <section className={`sheet ${styles.further}`} aria-labelledby="further">
      <h2 id="further">{t('merge.further')}</h2>
      <ul>
        <li>
          <p>{t('merge.mergeWhy')}</p>
          <ButtonLink to="/communities/$slug/merge" params={{ slug }}>
            {t('merge.open')}
          </ButtonLink>
        </li>
        <li>
          <p>{t('merge.splitWhy')}</p>
          <ButtonLink to="/communities/$slug/split" params={{ slug }}>
            {t('merge.splitOpen')}
          </ButtonLink>
        </li>
        <li>
          <p>{t('merge.archiveWhy')}</p>
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t('merge.archive')}
          </Button>
        </li>
      </ul>
      <Confirm
        opened={asking}
        title={t('merge.archiveAsk', { name })}
        act={t('merge.archive')}
        busy={archive.isPending}
        onAct={end}
        onClose={() => setAsking(false)}
      >
        <p>{t('merge.archiveText')}</p>
      </Confirm>
    </section>
  );
}

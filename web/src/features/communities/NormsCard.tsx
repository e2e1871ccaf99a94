import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import type { Community } from '../../lib/api/types';
import styles from './Communities.module.css';
import { normsOf } from './norms';
import { mayWrite } from './rights';
import { useSeeNorms } from './useSeeNorms';

/** How people talk here, for who may post and has not said yet to have read it. It stands in nobody's way. */
export function NormsCard({ community }: { community: Community }) {
  const { t } = useTranslation();
  const see = useSeeNorms();
  const norms = normsOf(community);
  if (norms.length === 0 || community.mine.normsSeen || !mayWrite(community)) return null;
  return (
    <section className={`sheet ${styles.about}`} aria-labelledby="norms-card">
      <h2 id="norms-card">{t('communities.normsCard', { name: community.name })}</h2>
      <ol className={styles.norms}>
        {norms.map((norm) => (
          <li key={norm} dir="auto">
            <span>{norm}</span>
          </li>
        ))}
      </ol>
      <div>
        <Button kind="primary" aria-disabled={see.isPending} onClick={() => !see.isPending && see.mutate(community.id)}>
          {t('communities.normsAgree')}
        </Button>
      </div>
    </section>
  );
}

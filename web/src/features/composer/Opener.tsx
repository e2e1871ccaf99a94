import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Glyph } from '../../components/Icon';
import type { Person } from '../../lib/api/types';
import type { Text } from './draft';
import styles from './Composer.module.css';

/** The composer closed: one line, and three ways in. */
export function Opener({ me, onOpen }: { me: Person; onOpen: (start: Text) => void }) {
  const { t } = useTranslation();
  return (
    <div className={`sheet ${styles.opener}`}>
      <Avatar person={me} />
      <button type="button" className={styles.ask} onClick={() => onOpen('doing')}>
        {t('composer.opener')}
      </button>
      <span className={styles.ways}>
        <button type="button" aria-label={t('composer.doing')} onClick={() => onOpen('doing')}>
          <Glyph name="doing" />
        </button>
        <button type="button" aria-label={t('composer.learned')} onClick={() => onOpen('learned')}>
          <Glyph name="learned" />
        </button>
        <button type="button" aria-label={t('composer.need')} onClick={() => onOpen('need')}>
          <Glyph name="stuck" />
        </button>
      </span>
    </div>
  );
}

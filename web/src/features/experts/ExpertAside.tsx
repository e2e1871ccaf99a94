import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import styles from './Experts.module.css';

/** How people get on this list, and what to do when nobody on it fits. */
export function ExpertAside() {
  const { t } = useTranslation();
  return (
    <>
      <section aria-labelledby="ask-all">
        <h2 id="ask-all">{t('help.everyoneTitle')}</h2>
        <p className={styles.aside}>{t('help.everyoneText')}</p>
        <ButtonLink to="/write" search={{ kind: 'question' }}>
          {t('help.write')}
        </ButtonLink>
      </section>
      <section aria-labelledby="how-here">
        <h2 id="how-here">{t('help.howTitle')}</h2>
        <p className={styles.aside}>{t('help.howText')}</p>
      </section>
    </>
  );
}

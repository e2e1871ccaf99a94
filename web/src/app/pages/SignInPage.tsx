import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../components/Button';
import { Glyph, type StationGlyph } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { chooseLanguage, type Language } from '../../lib/i18n';
import { rememberPlace } from '../../lib/session/signIn';
import { useTitle } from '../../lib/useTitle';
import styles from './SignInPage.module.css';

const voices = [
  ['doing', 'signIn.doing', 'signIn.doingText', 'signIn.doingWho'],
  ['learned', 'signIn.learned', 'signIn.learnedText', 'signIn.learnedWho'],
  ['stuck', 'signIn.stuck', 'signIn.stuckText', 'signIn.stuckWho'],
  ['closed', 'signIn.answered', 'signIn.answeredText', 'signIn.answeredWho'],
] as const satisfies readonly (readonly [StationGlyph, string, string, string])[];

/** The one public page. Its sentences are fixed: no real post is ever shown here. */
export function SignInPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('signIn.title'));
  useEffect(rememberPlace, []);
  return (
    <main className={styles.page}>
      <section className={styles.door}>
        <div className={styles.brand}>
          <Logo />
        </div>
        <div className={styles.inside}>
          <h1>{t('signIn.heading')}</h1>
          <p>{t('signIn.lead')}</p>
          <a className={buttonClass({ kind: 'primary', className: styles.go })} href="/oauth2/authorization/keycloak">
            {t('signIn.go')}
          </a>
          <p className={styles.hint}>{t('signIn.hint')}</p>
        </div>
        <footer>
          <label className="vh" htmlFor="language">
            {t('signIn.language')}
          </label>
          <select
            id="language"
            value={i18n.language}
            onChange={(event) => chooseLanguage(event.target.value as Language)}
          >
            <option value="en">English</option>
            <option value="de">Deutsch</option>
          </select>
        </footer>
      </section>
      <section className={styles.voices} aria-label={t('signIn.voices')}>
        {voices.map(([glyph, label, text, who]) => (
          <div key={glyph} className={`${styles.voice} ${styles[glyph]}`}>
            <Glyph name={glyph} />
            <div>
              <div className={styles.label}>{t(label)}</div>
              <p>{t(text)}</p>
              <span>{t(who)}</span>
            </div>
          </div>
        ))}
      </section>
    </main>
  );
}

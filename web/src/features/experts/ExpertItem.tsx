import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { ButtonLink } from '../../components/Button';
import type { Expert } from '../../lib/api/types';
import { timeOfDay } from '../../lib/dates';
import { languageNames } from '../../lib/languageNames';
import { firstName } from '../../lib/names';
import { useClock } from '../../lib/useClock';
import { ReasonRow } from './ReasonRow';
import styles from './Experts.module.css';

interface ExpertItemProps {
  expert: Expert;
  first: boolean;
  /** What else one can do with this person. */
  actions: ReactNode;
}

/** Somebody who can help: why in a sentence, then the reasons, each with what is behind it. */
export function ExpertItem({ expert, first, actions }: ExpertItemProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const { person, reasons } = expert;
  const [strongest] = reasons;
  const where = [person.department, person.location].filter(Boolean).join(', ');
  return (
    <li className={styles.helper}>
      <div className={styles.who}>
        <Avatar person={person} size="l" />
        <div>
          <Link to="/people/$personId" params={{ personId: person.id }} dir="auto">
            {person.displayName}
          </Link>
          {where !== '' && <p dir="auto">{where}</p>}
          {person.timeZone !== null && person.timeZone !== clock.timeZone && (
            <p>{t('profile.there', { time: timeOfDay(clock.now, { ...clock, timeZone: person.timeZone }) })}</p>
          )}
          {person.languages.length > 0 && <p dir="auto">{languageNames(person.languages, clock.locale)}</p>}
        </div>
      </div>
      <div className={styles.says}>
        {strongest !== undefined && <p className={styles.because}>{t(`help.because.${strongest.kind}`)}</p>}
        <ul className={styles.reasons}>
          {reasons.map((reason, index) => (
            <ReasonRow key={reason.kind} reason={reason} personId={person.id} begin={first && index === 0} />
          ))}
        </ul>
        <div className={styles.acts}>
          <ButtonLink kind={first ? 'primary' : 'outline'} to="/write" search={{ kind: 'question', ask: person.userName }}>
            {t('help.ask', { name: firstName(person.displayName) })}
          </ButtonLink>
          {actions}
        </div>
      </div>
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import type { SuggestionReason } from '../../lib/api/types';
import { FollowButton } from './FollowButton';
import { useSuggestions } from './useSuggestions';
import styles from './Suggestions.module.css';

/** Three people to follow, each with the reason; nothing at all when nobody has anything in common. */
export function Suggestions({ wanted = true }: { wanted?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useSuggestions(wanted);
  if (!wanted || data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles.suggestions} aria-labelledby={id}>
      <h2 id={id}>{t('suggestions.title')}</h2>
      <p className={styles.hint}>{t('suggestions.hint')}</p>
      <ul className={styles.people}>
        {data.items.map(({ person, reasons }) => (
          <li key={person.id}>
            <Avatar person={person} size="s" />
            <div>
              <Link className={styles.name} to="/people/$personId" params={{ personId: person.id }} dir="auto">
                {person.displayName}
              </Link>
              {reasons.map((reason) => (
                <Why key={reason.kind} reason={reason} />
              ))}
            </div>
            <FollowButton small person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One reason; what is behind it can be opened. */
function Why({ reason }: { reason: SuggestionReason }) {
  const { t } = useTranslation();
  return (
    <p className={styles.why}>
      {t(`suggestions.${reason.kind}`)}{' '}
      {reason.things.map((thing, index) => (
        <Fragment key={thing.id ?? thing.name}>
          {index > 0 && ', '}
          <Thing kind={reason.kind} {...thing} />
        </Fragment>
      ))}
      {reason.more && ` ${t('suggestions.more')}`}
    </p>
  );
}

function Thing({ kind, id, name }: { kind: SuggestionReason['kind']; id?: string; name: string }) {
  if (kind === 'interests') return <b dir="auto">{name}</b>;
  if (id !== undefined) {
    return (
      <Link to="/people/$personId" params={{ personId: id }} dir="auto">
        {name}
      </Link>
    );
  }
  return (
    <Link to="/people" search={{ q: name }} dir="auto">
      {name}
    </Link>
  );
}

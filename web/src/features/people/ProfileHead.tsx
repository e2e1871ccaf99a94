import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { ButtonLink } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Glyph } from '../../components/Icon';
import { PlaceHead } from '../../components/PlaceHead';
import { TabLink, Tabs } from '../../components/Tabs';
import type { Person } from '../../lib/api/types';
import { timeOfDay } from '../../lib/dates';
import { languageNames } from '../../lib/languageNames';
import { firstName } from '../../lib/names';
import { useClock } from '../../lib/useClock';
import { DistanceMenu } from './DistanceMenu';
import { FollowButton } from './FollowButton';
import styles from './Profile.module.css';

interface ProfileHeadProps {
  person: Person;
  mine: boolean;
  /** Whether one who has written nothing yet is asked to. */
  invites: boolean;
}

/** Who somebody is, what they can be asked, and the parts of their page. */
export function ProfileHead({ person, mine, invites }: ProfileHeadProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const where = [person.jobTitle, person.department, person.location].filter(Boolean).join(', ');
  const elsewhere = person.timeZone !== null && !mine && person.timeZone !== clock.timeZone;
  const params = { personId: person.id };
  return (
    <>
      <PlaceHead
        mark={<Avatar person={person} size="xl" />}
        name={person.displayName}
        line={person.headline}
        actions={
          mine ? (
            <ButtonLink to="/profile/edit">
              <Icon name="write" />
              {t('profile.edit')}
            </ButtonLink>
          ) : (
            <>
              {person.active && <FollowButton person={person} />}
              {person.active && (
                <ButtonLink kind="primary" to="/write" search={{ kind: 'question', ask: person.userName }}>
                  {t('profile.ask', { name: firstName(person.displayName) })}
                </ButtonLink>
              )}
              <DistanceMenu person={person} />
            </>
          )
        }
        facts={
          <>
            {!person.active && <li>{t('profile.inactive')}</li>}
            {person.mine.muted && (
              <li>
                <Icon name="mute" />
                {t('distance.isMuted')}
              </li>
            )}
            {where !== '' && <li dir="auto">{where}</li>}
            {elsewhere && (
              <li>
                <Icon name="clock" />
                {t('profile.there', { time: timeOfDay(clock.now, { ...clock, timeZone: person.timeZone ?? undefined }) })}
              </li>
            )}
            {person.languages.length > 0 && <li dir="auto">{languageNames(person.languages, clock.locale)}</li>}
          </>
        }
      />
      <Asked person={person} invites={mine && invites} />
      <Tabs label={t('profile.tabs', { name: person.displayName })}>
        <TabLink to="/people/$personId" params={params} activeOptions={{ exact: true, includeSearch: false }}>
          {t('profile.posts')}
        </TabLink>
        <TabLink to="/people/$personId/communities" params={params}>
          {t('profile.communities')}
        </TabLink>
        <TabLink to="/people/$personId/following" params={params}>
          {t('profile.following')} <span className="num">{person.following}</span>
        </TabLink>
        <TabLink to="/people/$personId/followers" params={params}>
          {t('profile.followers')} <span className="num">{person.followers}</span>
        </TabLink>
      </Tabs>
    </>
  );
}

function Asked({ person, invites }: { person: Person; invites: boolean }) {
  const { t } = useTranslation();
  if (!person.askMeAbout && !person.learning && !person.purpose) {
    if (!invites) return null;
    return (
      <div className={styles.invite}>
        <h2>{t('profile.empty')}</h2>
        <p>{t('profile.emptyText')}</p>
        <ButtonLink small to="/profile/edit">
          {t('profile.emptyGo')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className={styles.three}>
      {person.askMeAbout && (
        <section aria-labelledby="ask-me">
          <h2 id="ask-me">
            <Glyph name="closed" />
            {t('profile.askMeAbout')}
          </h2>
          <p dir="auto">{person.askMeAbout}</p>
        </section>
      )}
      {person.learning && (
        <section aria-labelledby="i-learn">
          <h2 id="i-learn">
            <Glyph name="doing" />
            {t('profile.learning')}
          </h2>
          <p dir="auto">{person.learning}</p>
        </section>
      )}
      {person.purpose && (
        <section aria-labelledby="my-purpose">
          <h2 id="my-purpose">
            <Icon name="inspired" />
            {t('profile.purpose')}
          </h2>
          <p dir="auto">{person.purpose}</p>
        </section>
      )}
    </div>
  );
}

/** Skills and interests, beside the posts. */
export function ProfileAside({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <>
      {person.skills.length > 0 && (
        <section aria-labelledby="skills">
          <h2 id="skills">{t('profile.skills')}</h2>
          <ul className={styles.skills}>
            {person.skills.map(({ name, level }) => (
              <li key={name}>
                <span dir="auto">{name}</span>
                <span>{t(`profile.${level}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {person.interests.length > 0 && (
        <section aria-labelledby="interests">
          <h2 id="interests">{t('profile.interests')}</h2>
          <p className={styles.interests} dir="auto">
            {person.interests.join(', ')}
          </p>
        </section>
      )}
    </>
  );
}

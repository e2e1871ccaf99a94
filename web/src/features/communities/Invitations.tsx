import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { When } from '../../components/When';
import { detailOf } from '../../lib/api/problem';
import type { Invitation } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useSignedIn } from '../../lib/session/useMe';
import styles from './Communities.module.css';
import people from './MemberList.module.css';
import { useAcceptInvitation, useEndInvitation, useOwnInvitations } from './useInvitations';

/** Where the reader is asked in. Nothing at all while nobody asks. */
export function Invitations({ only }: { only?: string }) {
  const { t } = useTranslation();
  const { data } = useOwnInvitations();
  const invitations = (data?.items ?? []).filter(({ community }) => only === undefined || community.id === only);
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className={people.section}>
      <h2 id="invitations">{t('invite.own')}</h2>
      <ul className="sheet" aria-label={t('invite.own')}>
        {invitations.map((invitation) => (
          <One key={invitation.community.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function One({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const me = useSignedIn();
  const accept = useAcceptInvitation();
  const decline = useEndInvitation();
  const { community, by, note, at, role } = invitation;
  const { id, slug, name } = community;
  const failed = (error: unknown) => showToast(detailOf(error) ?? t('communities.joinFailed'), { urgent: true });

  return (
    <li className={styles.row}>
      <Mark community={community} />
      <div className={styles.words}>
        <Link to="/communities/$slug" params={{ slug }} dir="auto">
          {name}
        </Link>
        <p>
          {by === null ? t('invite.somebody') : t('invite.by', { name: by.displayName })} <When at={at} />
        </p>
        {note !== null && (
          <p>
            <q dir="auto">{note}</q>
          </p>
        )}
        <ul className={styles.facts}>
          <li>{t('communities.members', { count: community.members })}</li>
          <li>{t(`visibility.${community.visibility}`)}</li>
        </ul>
      </div>
      <div className={styles.acts}>
        <Button
          small
          kind="primary"
          aria-label={t('invite.acceptOne', { name })}
          aria-disabled={accept.isPending}
          onClick={() =>
            accept.mutate({ id, role }, { onSuccess: () => showToast(t('invite.accepted', { name })), onError: failed })
          }
        >
          {t(role === 'follower' ? 'communities.follow' : 'communities.join')}
        </Button>
        <Button
          small
          kind="plain"
          aria-label={t('invite.declineOne', { name })}
          aria-disabled={decline.isPending}
          onClick={() => decline.mutate({ id, personId: me.person.id }, { onError: failed })}
        >
          {t('invite.decline')}
        </Button>
      </div>
    </li>
  );
}

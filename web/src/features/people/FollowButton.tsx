import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { showToast } from '../../lib/toasts';
import { useFollow } from './useFollow';

interface FollowButtonProps {
  person: { id: string; displayName: string; mine: { followed: boolean } };
  small?: boolean;
}

/** One press follows, another stops. */
export function FollowButton({ person, small = false }: FollowButtonProps) {
  const { t } = useTranslation();
  const follow = useFollow();
  const { followed } = person.mine;
  return (
    <Button
      small={small}
      aria-pressed={followed}
      aria-label={t(followed ? 'people.unfollowOne' : 'people.followOne', { name: person.displayName })}
      onClick={() =>
        follow.mutate(
          { id: person.id, on: !followed },
          { onError: () => showToast(t('people.followFailed'), { urgent: true }) },
        )
      }
    >
      <Icon name={followed ? 'check' : 'plus'} size={small ? 's' : 'm'} />
      {followed ? t('people.following') : t('people.follow')}
    </Button>
  );
}

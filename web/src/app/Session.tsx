import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../components/States';
import { statusOf } from '../lib/api/problem';
import { takeRememberedPlace } from '../lib/session/signIn';
import { useMe } from '../lib/session/useMe';
import { useLive } from './live';
import { SignInPage } from './pages/SignInPage';
import { Shell } from './Shell';

/** Lets signed-in people in and shows everybody else the way. */
export function Session() {
  const { t } = useTranslation();
  const me = useMe();

  if (statusOf(me.error) === 401) return <SignInPage />;
  if (me.data !== undefined) return <Inside />;
  return (
    <main>
      {me.isError ? (
        <Failed error={me.error} retry={() => void me.refetch()} />
      ) : (
        <Skeleton label={t('states.starting')} />
      )}
    </main>
  );
}

function Inside() {
  const navigate = useNavigate();
  useLive();
  useEffect(() => {
    const place = takeRememberedPlace();
    if (place !== null) void navigate({ href: place, replace: true });
  }, [navigate]);
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}

import { useCanGoBack, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/States';
import { NormsCard } from '../../features/communities/NormsCard';
import { mayWrite } from '../../features/communities/rights';
import { useCommunity } from '../../features/communities/useCommunity';
import { useMyCommunities } from '../../features/communities/useMyCommunities';
import { Composer } from '../../features/composer/Composer';
import type { Community, Post } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { showToast } from '../../lib/toasts';
import { Page } from '../Page';

/** Writing with nothing around it; on a phone the whole screen. */
export function WritePage() {
  const { t } = useTranslation();
  const { community } = useSearch({ from: '/inside/write' });
  return (
    <Page title={t('composer.page')} fullScreen>
      {community === undefined ? <Write /> : <WriteIn slug={community} />}
    </Page>
  );
}

function WriteIn({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const community = useCommunity(slug);
  if (community.isPending) return <Skeleton label={t('common.loading')} rows={1} />;
  return (
    <>
      {community.data && <NormsCard community={community.data} />}
      <Write community={community.data} />
    </>
  );
}

function Write({ community }: { community?: Community | undefined }) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const { kind, ask } = useSearch({ from: '/inside/write' });
  const mine = useMyCommunities().filter(mayWrite);
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();
  const communities = community === undefined || mine.some(({ id }) => id === community.id) ? mine : [community, ...mine];

  const leave = useCallback(() => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/' });
  }, [canGoBack, router, navigate]);
  const onPosted = useCallback(
    (post: Post) => {
      leave();
      showToast(t('composer.posted'), {
        action: {
          label: t('composer.see'),
          run: () => void navigate({ to: '/posts/$postId', params: { postId: post.id } }),
        },
      });
    },
    [leave, navigate, t],
  );
  return (
    <Composer page me={me} communities={communities} kind={kind} communityId={community?.id} ask={ask} onClose={leave} onPosted={onPosted} />
  );
}

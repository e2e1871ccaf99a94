import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommunityForm } from '../../features/communities/CommunityForm';
import { useCreateCommunity } from '../../features/communities/useCreateCommunity';
import { useIdempotencyKey } from '../../lib/useIdempotencyKey';
import { Page, PageHead } from '../Page';

export function NewCommunityPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCommunity();
  const keyFor = useIdempotencyKey();
  const { name, domain, words } = useSearch({ from: '/inside/new-community' });
  const begun = {
    ...(name !== undefined && { name }),
    ...(domain !== undefined && { domain }),
    ...(words !== undefined && { purpose: t('communityForm.purposeOf', { words }) }),
  };
  return (
    <Page title={t('communityForm.create')}>
      <PageHead title={t('communityForm.create')} lead={t('communityForm.lead')} />
      <CommunityForm
        begun={begun}
        submit={t('communityForm.submit')}
        back="/communities"
        busy={create.isPending}
        error={create.error}
        onSubmit={(community, template) =>
          create.mutate(
            { community, idempotencyKey: keyFor(community) },
            {
              onSuccess: ({ slug }) =>
                void (template === undefined
                  ? navigate({ to: '/communities/$slug', params: { slug } })
                  : navigate({ to: '/communities/$slug/plan', params: { slug }, search: { template } })),
            },
          )
        }
      />
    </Page>
  );
}

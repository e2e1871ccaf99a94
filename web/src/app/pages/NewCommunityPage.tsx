import { useNavigate } from '@tanstack/react-router';
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
  return (
    <Page title={t('communityForm.create')}>
      <PageHead title={t('communityForm.create')} lead={t('communityForm.lead')} />
      <CommunityForm
        submit={t('communityForm.submit')}
        back="/communities"
        busy={create.isPending}
        error={create.error}
        onSubmit={(community) =>
          create.mutate(
            { community, idempotencyKey: keyFor(community) },
            { onSuccess: ({ slug }) => void navigate({ to: '/communities/$slug', params: { slug } }) },
          )
        }
      />
    </Page>
  );
}

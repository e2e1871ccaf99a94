import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Failed, NothingHere, Skeleton } from '../../components/States';
import { useWebhook } from '../../features/webhooks/useWebhooks';
import { WebhookDetails } from '../../features/webhooks/WebhookDetails';
import { WebhookForm } from '../../features/webhooks/WebhookForm';
import { WebhookList } from '../../features/webhooks/WebhookList';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';

function ForLearning({ title, children }: { title: string; children: ReactNode }) {
  const me = useSignedIn();
  if (!hasRole(me, 'learning', 'admin')) {
    return (
      <Page>
        <NothingHere />
      </Page>
    );
  }
  return <Page title={title}>{children}</Page>;
}

export function WebhooksPage() {
  const { t } = useTranslation();
  return (
    <ForLearning title={t('webhooks.title')}>
      <PageHead
        title={t('webhooks.title')}
        lead={t('webhooks.lead')}
        actions={<ButtonLink to="/webhooks/new">{t('webhooks.add')}</ButtonLink>}
      />
      <WebhookList />
    </ForLearning>
  );
}

export function NewWebhookPage() {
  const { t } = useTranslation();
  return (
    <ForLearning title={t('webhooks.newTitle')}>
      <PageHead title={t('webhooks.newTitle')} lead={t('webhooks.newLead')} />
      <WebhookForm />
    </ForLearning>
  );
}

export function WebhookPage() {
  const { t } = useTranslation();
  return (
    <ForLearning title={t('webhooks.one')}>
      <OneWebhook />
    </ForLearning>
  );
}

function OneWebhook() {
  const { t } = useTranslation();
  const { webhookId } = useParams({ from: '/inside/webhooks/$webhookId' });
  const query = useWebhook(webhookId);
  if (query.isPending) return <Skeleton label={t('common.loading')} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const { description, url } = query.data;
  return (
    <>
      <PageHead title={description ?? t('webhooks.one')} lead={url} />
      <WebhookDetails webhook={query.data} />
    </>
  );
}

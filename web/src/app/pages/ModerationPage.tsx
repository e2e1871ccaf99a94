import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '../../components/States';
import { TabLink, Tabs } from '../../components/Tabs';
import { Cases } from '../../features/moderation/Cases';
import { Decisions } from '../../features/moderation/Decisions';
import { HiddenList } from '../../features/moderation/HiddenList';
import { OwnSanctions } from '../../features/moderation/OwnSanctions';
import { Sanctions } from '../../features/moderation/Sanctions';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';

/** What was reported, for moderators; who decided what, for administrators. */
export function ModerationPage() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const { show } = useSearch({ from: '/inside/moderation' });
  const moderates = hasRole(me, 'moderator');
  const administers = hasRole(me, 'admin');
  if (!moderates && !administers) {
    return (
      <Page>
        <NothingHere />
      </Page>
    );
  }
  const options = { exact: true, includeSearch: true };
  const shown = show ?? (moderates ? 'waiting' : 'record');
  return (
    <Page title={t('moderation.title')}>
      <PageHead title={t('moderation.title')} lead={t('moderation.lead')} />
      <Tabs label={t('moderation.title')}>
        {moderates && (
          <>
            <TabLink to="/moderation" activeOptions={options}>
              {t('moderation.waiting')}
            </TabLink>
            <TabLink to="/moderation" search={{ show: 'decided' }} activeOptions={options}>
              {t('moderation.decided')}
            </TabLink>
            <TabLink to="/moderation" search={{ show: 'people' }} activeOptions={options}>
              {t('sanctions.title')}
            </TabLink>
          </>
        )}
        {administers && (
          <TabLink to="/moderation" search={{ show: 'record' }} activeOptions={options}>
            {t('moderation.record')}
          </TabLink>
        )}
      </Tabs>
      <Shown shown={shown} moderates={moderates} administers={administers} me={me.person.id} />
    </Page>
  );
}

interface ShownProps {
  shown: 'waiting' | 'decided' | 'people' | 'record';
  moderates: boolean;
  administers: boolean;
  me: string;
}

function Shown({ shown, moderates, administers, me }: ShownProps) {
  if (shown === 'record') return administers ? <Decisions /> : <NothingHere />;
  if (!moderates) return <NothingHere />;
  return shown === 'people' ? <Sanctions me={me} /> : <Cases key={shown} state={shown} me={me} />;
}

export function HiddenPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('hidden.title')}>
      <PageHead title={t('hidden.title')} lead={t('hidden.lead')} />
      <OwnSanctions />
      <HiddenList />
    </Page>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '../../components/States';
import { TabLink, Tabs } from '../../components/Tabs';
import { Gaps } from '../../features/landscape/Gaps';
import { Overlaps } from '../../features/landscape/Overlaps';
import { Proposals } from '../../features/landscape/Proposals';
import { PostLine } from '../../features/posts/PostLine';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';

/** Topics without a community. */
export function GapsPage() {
  return (
    <Landscape title="landscape.gaps" lead="landscape.gapsLead">
      <Gaps example={(id) => <PostLine key={id} id={id} />} />
    </Landscape>
  );
}

/** Communities about the same. */
export function OverlapsPage() {
  return (
    <Landscape title="landscape.overlaps" lead="landscape.overlapsLead">
      <Overlaps />
    </Landscape>
  );
}

/** What is proposed to be merged; stewards come here, too. */
export function ProposalsPage() {
  return (
    <Landscape title="landscape.proposals" lead="landscape.proposalsLead" forAll>
      <Proposals />
    </Landscape>
  );
}

interface LandscapeProps {
  title: 'landscape.gaps' | 'landscape.overlaps' | 'landscape.proposals';
  lead: 'landscape.gapsLead' | 'landscape.overlapsLead' | 'landscape.proposalsLead';
  forAll?: boolean;
  children: ReactNode;
}

function Landscape({ title, lead, forAll = false, children }: LandscapeProps) {
  const { t } = useTranslation();
  const me = useSignedIn();
  const looks = hasRole(me, 'learning', 'admin');
  if (!looks && !forAll) {
    return (
      <Page>
        <NothingHere />
      </Page>
    );
  }
  return (
    <Page title={t(title)}>
      <PageHead title={t(title)} lead={t(lead)} />
      {looks && (
        <Tabs label={t('landscape.parts')}>
          <TabLink to="/inventory/gaps">{t('landscape.gaps')}</TabLink>
          <TabLink to="/inventory/overlaps">{t('landscape.overlaps')}</TabLink>
          <TabLink to="/inventory/proposals">{t('landscape.proposals')}</TabLink>
        </Tabs>
      )}
      <div className="sheet">{children}</div>
    </Page>
  );
}

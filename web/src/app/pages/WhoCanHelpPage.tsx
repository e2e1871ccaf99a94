import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SearchForm } from '../../components/SearchForm';
import { Empty } from '../../components/States';
import { ExpertAside } from '../../features/experts/ExpertAside';
import { ExpertList } from '../../features/experts/ExpertList';
import { FollowButton } from '../../features/people/FollowButton';
import { Page, PageHead } from '../Page';

/** People who can help with something, each with the reasons why. */
export function WhoCanHelpPage() {
  const { t } = useTranslation();
  const { topic = '' } = useSearch({ from: '/inside/who-can-help' });
  const navigate = useNavigate();
  return (
    <Page title={t('help.title')} asideLabel={t('help.beside')} aside={<ExpertAside />}>
      <PageHead title={t('help.title')} lead={t('help.lead')} />
      <SearchForm
        label={t('help.title')}
        field={t('help.topic')}
        act={t('help.find')}
        placeholder={t('help.placeholder')}
        value={topic}
        onFind={(words) => void navigate({ to: '/who-can-help', search: words === '' ? {} : { topic: words } })}
      />
      {topic === '' ? (
        <Empty title={t('help.begin')}>{t('help.beginText')}</Empty>
      ) : (
        <ExpertList key={topic} topic={topic} actions={(person) => <FollowButton person={person} />} />
      )}
    </Page>
  );
}

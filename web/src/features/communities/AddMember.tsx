import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/SearchField';
import type { Community, PersonSummary } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { FoundPeople } from './FoundPeople';
import people from './MemberList.module.css';
import { useSetMember } from './useSetMember';

/** A steward looks somebody up and takes them in. */
export function AddMember({ community }: { community: Community }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const search = useCallback((words: string) => setQ(words), []);
  return (
    <section aria-labelledby="add-member" className={people.section}>
      <h2 id="add-member">{t('communities.add')}</h2>
      <div className="sheet">
        <div className={people.search}>
          <SearchField label={t('communities.addSearch')} value={q} onSearch={search} />
        </div>
        {q !== '' && <Found q={q} community={community} done={() => setQ('')} />}
      </div>
    </section>
  );
}

function Found({ q, community, done }: { q: string; community: Community; done: () => void }) {
  const { t } = useTranslation();
  const set = useSetMember(community.id);

  function add({ id, displayName }: PersonSummary) {
    set.mutate(
      { personId: id, role: 'member' },
      {
        onSuccess: () => {
          showToast(t('communities.letIn', { name: displayName }));
          done();
        },
        onError: () => showToast(t('communities.joinFailed'), { urgent: true }),
      },
    );
  }

  return (
    <FoundPeople
      q={q}
      label={t('communities.addFound')}
      act={t('communities.addDo')}
      actOn={(name) => t('communities.addOne', { name })}
      onAct={add}
    />
  );
}

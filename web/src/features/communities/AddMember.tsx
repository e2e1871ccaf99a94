import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { SearchField } from '../../components/SearchField';
import { itemsOf } from '../../lib/api/paging';
import type { Community, PersonSummary } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useSearchPeople } from '../../lib/useSearchPeople';
import people from './MemberList.module.css';
import styles from './Communities.module.css';
import { useSetMember } from './useSetMember';

const most = 5;

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
  const query = useSearchPeople(q === '' ? {} : { q });
  const set = useSetMember(community.id);
  const found = itemsOf<PersonSummary>(query.data).slice(0, most);

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

  if (query.isPending) return null;
  if (found.length === 0) {
    return (
      <p className={people.nobody} role="status">
        {t('people.none', { q })}
      </p>
    );
  }
  return (
    <ul aria-label={t('communities.addFound')}>
      {found.map((person) => (
        <li key={person.id} className={styles.member}>
          <Avatar person={person} />
          <div>
            <b dir="auto">{person.displayName}</b>
            {person.department && <p dir="auto">{person.department}</p>}
          </div>
          <Button small aria-label={t('communities.addOne', { name: person.displayName })} onClick={() => add(person)}>
            {t('communities.addDo')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { List } from '../../components/List';
import { Note } from '../../components/Note';
import { SearchField } from '../../components/SearchField';
import { Empty } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import { detailOf } from '../../lib/api/problem';
import type { Community } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Communities.module.css';
import people from './MemberList.module.css';
import { useMerge, useMergePreview } from './useMerge';
import { useSearchCommunities } from './useSearchCommunities';

interface MergeCommunityProps {
  community: Community;
  /** The other one, when it was chosen before. */
  begun: string | undefined;
  onMerged: (into: string) => void;
}

/** Chooses where a community goes on, says what that means, and does it. */
export function MergeCommunity({ community, begun, onMerged }: MergeCommunityProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const search = useCallback((words: string) => setQ(words), []);
  const [into, setInto] = useState(begun);
  const query = useSearchCommunities(q);
  const others = itemsOf<Community>(query.data).filter(({ id }) => id !== community.id);
  return (
    <>
      <div className="sheet">
        <div className={people.search}>
          <SearchField label={t('merge.search')} value={q} onSearch={search} />
        </div>
        <List
          label={t('merge.others')}
          query={query}
          loading={t('communities.loading')}
          failed={t('communities.failed')}
          count={others.length}
          empty={<Empty title={t('communities.none', { q })} />}
        >
          {others.map((other) => (
            <li key={other.id} className={styles.row}>
              <Mark community={other} />
              <div className={styles.words}>
                <b dir="auto">{other.name}</b>
                {other.purpose && <p dir="auto">{other.purpose}</p>}
                <ul className={styles.facts}>
                  <li>{t('communities.members', { count: other.members })}</li>
                  <li>{t(`visibility.${other.visibility}`)}</li>
                </ul>
              </div>
              <Button small aria-label={t('merge.chooseOne', { name: other.name })} onClick={() => setInto(other.id)}>
                {t('merge.choose')}
              </Button>
            </li>
          ))}
        </List>
      </div>
      <Asking community={community} into={into} onClose={() => setInto(undefined)} onMerged={onMerged} />
    </>
  );
}

interface AskingProps {
  community: Community;
  into: string | undefined;
  onClose: () => void;
  onMerged: (into: string) => void;
}

function Asking({ community, into, onClose, onMerged }: AskingProps) {
  const { t } = useTranslation();
  const preview = useMergePreview(community.id, into);
  const merge = useMerge(community.id);
  if (into === undefined) return null;
  if (preview.isError) {
    return (
      <Note
        tone="bad"
        icon="warn"
        alert
        title={t('merge.refused')}
        actions={
          <Button small onClick={onClose}>
            {t('merge.another')}
          </Button>
        }
      >
        {detailOf(preview.error)}
      </Note>
    );
  }
  if (preview.data === undefined) return null;
  const { from, into: other, coming, already, asking, parts, narrower } = preview.data;
  const names = { from: from.name, into: other.name };

  function act() {
    merge.mutate(other.id, {
      onSuccess: () => {
        showToast(t('merge.done', names));
        onMerged(other.slug);
      },
      onError: (error) => showToast(detailOf(error) ?? t('communities.joinFailed'), { urgent: true }),
    });
  }

  return (
    <Confirm
      opened
      title={t('merge.ask', names)}
      act={t('merge.do')}
      busy={merge.isPending}
      onAct={act}
      onClose={onClose}
    >
      <ul>
        <li>{t('merge.coming', { ...names, count: coming })}</li>
        {already > 0 && <li>{t('merge.already', { count: already })}</li>}
        {asking > 0 && <li>{t('merge.asking', { count: asking })}</li>}
        {parts > 0 && <li>{t('merge.parts', { count: parts })}</li>}
        <li>{t('merge.threads', names)}</li>
        {narrower && <li>{t('merge.narrower', names)}</li>}
        <li>{t('merge.ends', names)}</li>
      </ul>
    </Confirm>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { ChoiceField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { List } from '../../components/List';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Community, SplitCommunity as Split, Visibility } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import styles from './Communities.module.css';
import { useMembers } from './useMembers';

/** From the widest to the narrowest. */
const visibilities = ['open', 'closed', 'secret'] as const satisfies readonly Visibility[];

interface SplitCommunityProps {
  community: Community;
  busy: boolean;
  error: unknown;
  onSubmit: (split: Split) => void;
}

/** A community out of another: its name, the talk that goes along, and who is in both. */
export function SplitCommunity({ community, busy, error, onSubmit }: SplitCommunityProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [tag, setTag] = useState('');
  const [visibility, setVisibility] = useState<Visibility>(community.visibility);
  const [along, setAlong] = useState<readonly string[]>([]);
  const [nameMissing, setNameMissing] = useState(false);
  const narrower = visibilities.slice(visibilities.indexOf(community.visibility));

  function split() {
    setNameMissing(name.trim() === '');
    if (name.trim() === '') return;
    onSubmit({
      community: { name: name.trim(), purpose: purpose.trim() || null, domain: community.domain, visibility },
      tag: tag.trim() || null,
      personIds: [...along],
    });
  }

  return (
    <FormSheet
      label={t('merge.splitDo')}
      submit={t('merge.splitDo')}
      busy={busy}
      back={`/communities/${community.slug}/edit`}
      onSubmit={split}
      error={
        error != null && (
          <Note tone="bad" icon="warn" alert title={t('communityForm.failed')}>
            {detailOf(error) ?? t('composer.failedWhy')}
          </Note>
        )
      }
    >
      <TextField
        label={t('communityForm.name')}
        maxLength={120}
        required
        value={name}
        onChange={setName}
        error={nameMissing ? t('communityForm.nameMissing') : undefined}
      />
      <TextField label={t('communityForm.purpose')} optional maxLength={500} value={purpose} onChange={setPurpose} />
      <TextField label={t('merge.tag')} hint={t('merge.tagHint')} optional maxLength={65} value={tag} onChange={setTag} />
      <ChoiceField
        label={t('communityForm.visibility')}
        value={visibility}
        options={narrower.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        onChange={(value) => setVisibility(narrower.find((each) => each === value) ?? community.visibility)}
      />
      <Along community={community} chosen={along} onChange={setAlong} />
    </FormSheet>
  );
}

interface AlongProps {
  community: Community;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function Along({ community, chosen, onChange }: AlongProps) {
  const { t } = useTranslation();
  const me = useSignedIn();
  const query = useMembers(community.id);
  const members = (query.data?.pages.flatMap((page) => page.items) ?? []).filter(({ person }) => person.id !== me.person.id);
  return (
    <fieldset className={styles.choice}>
      <legend>{t('merge.along')}</legend>
      <List
        label={t('merge.along')}
        query={query}
        loading={t('people.loading')}
        failed={t('people.failed')}
        count={members.length}
        empty={<p className="muted">{t('merge.alone')}</p>}
      >
        {members.map(({ person }) => (
          <li key={person.id}>
            <label className={styles.along}>
              <input
                type="checkbox"
                checked={chosen.includes(person.id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
                }
              />
              <Avatar person={person} size="s" />
              <span dir="auto">{person.displayName}</span>
            </label>
          </li>
        ))}
      </List>
    </fieldset>
  );
}

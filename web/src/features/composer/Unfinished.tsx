import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { When } from '../../components/When';
import type { KeptDraft } from '../../lib/api/types';
import { nameOf } from '../../lib/excerpt';
import { asDraft, bodyOf } from './draft';
import styles from './Unfinished.module.css';
import { useDiscardDraft } from './useDrafts';

/** What was begun and can be gone on with. */
export function Unfinished({ drafts, onTakeUp }: { drafts: KeptDraft[]; onTakeUp: (draft: KeptDraft) => void }) {
  const { t } = useTranslation();
  const discard = useDiscardDraft();
  const left = drafts.filter(({ id }) => !(discard.isPending && discard.variables === id));
  if (left.length === 0) return null;
  return (
    <div className={styles.unfinished}>
      <b id="unfinished">{t('composer.unfinished')}</b>
      <ul aria-labelledby="unfinished">
        {left.map((draft) => {
          const name = nameFor(draft);
          return (
            <li key={draft.id}>
              <span dir="auto">{name}</span> <When at={draft.changedAt} />
              <Button small aria-label={t('composer.goOnWith', { name })} onClick={() => onTakeUp(draft)}>
                {t('composer.goOn')}
              </Button>
              <Button small kind="plain" aria-label={t('composer.throwAwayOf', { name })} onClick={() => discard.mutate(draft.id)}>
                {t('composer.throwAway')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function nameFor({ content }: KeptDraft): string {
  const draft = asDraft(content);
  return nameOf({ ...draft, body: draft.kind === 'working-out-loud' ? null : bodyOf(draft), doing: draft.doing || null, learned: draft.learned || null, need: draft.need || null });
}

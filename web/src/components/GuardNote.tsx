import { useTranslation } from 'react-i18next';
import type { Finding } from '../lib/api/guard';
import { Button } from './Button';
import { Note } from './Note';

interface GuardNoteProps {
  findings: readonly Finding[];
  onTakeOut: () => void;
  /** Says that what these patterns found is harmless. */
  onHarmless: (rules: string[]) => void;
}

/** Names the words that may be confidential, and lets their author decide, unless the organisation did. */
export function GuardNote({ findings, onTakeOut, onHarmless }: GuardNoteProps) {
  const { t } = useTranslation();
  const blocked = findings.some((finding) => finding.blocked);
  return (
    <Note
      tone={blocked ? 'bad' : 'warn'}
      icon="shield"
      alert
      title={t(blocked ? 'guard.blocked' : 'guard.warned')}
      actions={
        <>
          <Button small onClick={onTakeOut}>
            {t('guard.takeOut')}
          </Button>
          {!blocked && (
            <Button small kind="plain" onClick={() => onHarmless(findings.map(({ rule }) => rule))}>
              {t('guard.harmless')}
            </Button>
          )}
        </>
      }
    >
      <ul>
        {findings.map(({ rule, name, advice, words }, index) => (
          <li key={`${rule}${index}`} dir="auto">
            <q>{words}</q> – {name}. {advice}
          </li>
        ))}
      </ul>
    </Note>
  );
}

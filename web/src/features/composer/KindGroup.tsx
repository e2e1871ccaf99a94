import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostKind } from '../../lib/api/types';
import styles from './Composer.module.css';

const kinds = [
  ['working-out-loud', 'composer.wol'],
  ['question', 'composer.question'],
  ['plain', 'composer.plain'],
  ['link', 'composer.link'],
  ['story', 'composer.story'],
] as const satisfies readonly (readonly [PostKind, string])[];

interface KindGroupProps {
  kind: PostKind;
  onChange: (kind: PostKind) => void;
}

/** One stop for the Tab key; the arrows choose. */
export function KindGroup({ kind, onChange }: KindGroupProps) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);

  function onKey(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const turned = document.dir === 'rtl' && event.key.match(/Left|Right/) ? -by : by;
    const at = kinds.findIndex(([each]) => each === kind);
    const next = (at + turned + kinds.length) % kinds.length;
    const chosen = kinds[next];
    if (chosen === undefined) return;
    onChange(chosen[0]);
    (group.current?.children[next] as HTMLElement | undefined)?.focus();
  }

  return (
    <div ref={group} className={styles.kinds} role="radiogroup" aria-label={t('composer.kinds')} onKeyDown={onKey}>
      {kinds.map(([each, label]) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === kind}
          tabIndex={each === kind ? 0 : -1}
          onClick={() => onChange(each)}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}

import { type KeyboardEvent, lazy, type Ref, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Glyph, type StationGlyph } from '../../components/Icon';
import { GrowingText } from '../../components/GrowingText';
import type { Draft, Text } from './draft';
import { limits } from './draft';
import styles from './Composer.module.css';

const Preview = lazy(() => import('./Preview'));

interface StationsProps {
  draft: Draft;
  onWrite: (field: Text, value: string) => void;
  previewing: boolean;
  firstRef: Ref<HTMLTextAreaElement>;
  /** The station that was asked for by its glyph. */
  start: Text;
}

interface Line {
  field: Text;
  glyph?: StationGlyph;
  label: string;
  hint?: string;
  placeholder?: string;
  title?: boolean;
  limit: number;
}

/** The fields of a kind, on the same grid as the post that they become. */
export function Stations({ draft, onWrite, previewing, firstRef, start }: StationsProps) {
  const lines = useLines(draft);
  const first = lines.some(({ field }) => field === start) ? start : lines[0]?.field;
  return (
    <div className={styles.stations}>
      {lines.map((line) => (
        <div key={line.field} className={[styles.part, line.glyph && styles[line.glyph]].filter(Boolean).join(' ')}>
          {line.glyph === undefined ? <span /> : <Glyph name={line.glyph} />}
          <div>
            <label htmlFor={`write-${line.field}`} className={styles.label}>
              {line.label} {line.hint !== undefined && <span>{line.hint}</span>}
            </label>
            {previewing ? (
              <Suspense>
                <Preview text={draft[line.field]} />
              </Suspense>
            ) : (
              <GrowingText
                ref={line.field === first ? firstRef : undefined}
                id={`write-${line.field}`}
                className={line.title ? styles.titleField : undefined}
                placeholder={line.placeholder}
                value={draft[line.field]}
                onChange={(value) => onWrite(line.field, line.title ? value.replace(/\n+/g, ' ') : value)}
                onKeyDown={line.title ? stayOnLine : undefined}
                maxLength={line.limit + 1_000}
              />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A title has one line: Enter goes on to the text. */
function stayOnLine(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  document.getElementById('write-body')?.focus();
}

function useLines({ kind }: Draft): Line[] {
  const { t } = useTranslation();
  const { station, body, title, url } = limits;
  switch (kind) {
    case 'working-out-loud':
      return [
        { field: 'doing', glyph: 'doing', label: t('composer.doing'), limit: station },
        { field: 'learned', glyph: 'learned', label: t('composer.learned'), limit: station },
        {
          field: 'need',
          glyph: 'stuck',
          label: t('composer.need'),
          hint: t('composer.needHint'),
          placeholder: t('composer.needPlaceholder'),
          limit: station,
        },
      ];
    case 'question':
      return [
        {
          field: 'title',
          glyph: 'stuck',
          label: t('composer.questionTitle'),
          placeholder: t('composer.questionTitlePlaceholder'),
          title: true,
          limit: title,
        },
        { field: 'body', label: t('composer.questionBody'), limit: body },
      ];
    case 'story':
      return [
        { field: 'title', label: t('composer.storyTitle'), title: true, limit: title },
        { field: 'body', label: t('composer.storyBody'), limit: body },
      ];
    case 'link':
      return [
        { field: 'body', label: t('composer.linkBody'), limit: body },
        { field: 'url', label: t('composer.linkUrl'), placeholder: t('composer.linkUrlPlaceholder'), limit: url },
      ];
    default:
      return [{ field: 'body', label: t('composer.plainBody'), limit: body }];
  }
}

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { GrowingText } from '../../components/GrowingText';
import { GuardNote } from '../../components/GuardNote';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { findingsOf, withoutWords } from '../../lib/api/guard';
import { detailOf, isPassing } from '../../lib/api/problem';
import type { Audience, Community, Post } from '../../lib/api/types';
import { readStored, writeStored } from '../../lib/stored';
import { AudienceMenu } from './AudienceMenu';
import { limits } from './draft';
import { useSharePost } from './useSharePost';
import styles from './Composer.module.css';

interface ShareFormProps {
  post: Post;
  /** The post as readers will see it below the words. */
  quote: ReactNode;
  /** Communities in which the sharer may post. */
  communities: Community[];
  onClose: () => void;
  onShared: (post: Post) => void;
}

/** Passing a post on: own words, and whom they are for. The words survive a closed page until they are posted. */
export function ShareForm({ post, quote, communities, onClose, onShared }: ShareFormProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const wordsId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const share = useSharePost();
  const stored = `share.${post.id}`;
  const [words, setWords] = useState(() => readStored<string>(stored) ?? '');
  const [audience, setAudience] = useState<Audience>({ type: 'everyone' });
  const [harmless, setHarmless] = useState<readonly string[]>([]);
  const findings = findingsOf(share.error, { body: share.variables?.words });

  useEffect(() => field.current?.focus(), []);

  function write(text: string) {
    setWords(text);
    setHarmless([]);
    writeStored(stored, text || null);
    if (share.isError) share.reset();
  }

  function send(acknowledged: readonly string[] = harmless) {
    if (share.isPending) return;
    share.mutate(
      { post, words: words.trim(), audience, acknowledged },
      {
        onSuccess: (shared) => {
          writeStored(stored, null);
          onShared(shared);
        },
      },
    );
  }

  function onKey(event: KeyboardEvent) {
    if ((event.target as Element).closest('[role="menu"]') !== null) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      onClose();
    }
  }

  return (
    <form
      className={`sheet ${styles.composer} ${styles.page}`}
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={onKey}
    >
      <div className={styles.top}>
        <h1 id={headingId}>{t('share.title')}</h1>
        <IconButton aria-label={t('common.cancel')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      <div className={styles.words}>
        <label htmlFor={wordsId} className={styles.label}>
          {t('share.words')} <span>{t('share.wordsHint')}</span>
        </label>
        <GrowingText ref={field} id={wordsId} minRows={2} placeholder={t('share.placeholder')} value={words} maxLength={limits.body} onChange={write} />
        {quote}
        {post.audience.type !== 'everyone' && <p className={styles.hint}>{t('share.narrow')}</p>}
      </div>
      {findings.length > 0 && (
        <div className={styles.trouble}>
          <GuardNote
            findings={findings}
            onTakeOut={() => {
              write(withoutWords(words, findings));
              field.current?.focus();
            }}
            onHarmless={(rules) => {
              const acknowledged = [...harmless, ...rules];
              setHarmless(acknowledged);
              send(acknowledged);
            }}
          />
        </div>
      )}
      {share.isError && findings.length === 0 && (
        <div className={styles.trouble}>
          <Note tone="bad" icon="warn" alert title={t('share.failed')}>
            {isPassing(share.error) ? t('composer.failedWhy') : detailOf(share.error)}
          </Note>
        </div>
      )}
      <div className={styles.foot}>
        <AudienceMenu audience={audience} communities={communities} onChange={setAudience} />
        <span className={styles.kept} />
        <Button kind="primary" type="submit" aria-disabled={share.isPending} className={styles.submit}>
          {t(share.isPending ? 'composer.posting' : 'share.submit')}
        </Button>
      </div>
    </form>
  );
}

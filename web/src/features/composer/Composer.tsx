import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { GuardNote } from '../../components/GuardNote';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { detailOf, isPassing, statusOf } from '../../lib/api/problem';
import type { Community, KeptDraft, Person, Post, PostKind } from '../../lib/api/types';
import { firstName } from '../../lib/names';
import { showToast } from '../../lib/toasts';
import { AudienceMenu } from './AudienceMenu';
import { ChosenFiles } from './ChosenFiles';
import { asDraft, asText, type Draft, emptyDraft, isEmpty, keepDraft, type Lack, lackOf, readDraft, type Text, tooLongBy, toPost, withoutFindings } from './draft';
import { KindGroup } from './KindGroup';
import { Later } from './Later';
import { asField, tomorrow } from '../../lib/moments';
import { type Posting, usePosting } from './usePosting';
import { Stations } from './Stations';
import { Unfinished } from './Unfinished';
import { useAttachments } from './useAttachments';
import { useDrafts } from './useDrafts';
import { useServerDraft } from './useServerDraft';
import styles from './Composer.module.css';

interface ComposerProps {
  me: Person;
  /** Communities in which the writer may post. */
  communities: Community[];
  /** What the draft begins with when it says nothing else. */
  kind?: PostKind | undefined;
  communityId?: string | undefined;
  /** The user name of somebody whom an empty draft begins with. */
  ask?: string | undefined;
  start?: Text;
  /** A page of its own: full screen on a phone. */
  page?: boolean;
  onClose: () => void;
  onPosted: (post: Post) => void;
}

/** Where posts are written. What is written is kept while it is typed and until the server has it. */
export function Composer({ me, communities, kind, communityId, ask, start = 'doing', page = false, onClose, onPosted }: ComposerProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>(() => begin(me.id, kind, communityId, ask));
  const [kept, setKept] = useState<boolean | null>(null);
  const [lack, setLack] = useState<Lack | null>(null);
  const [taken, setTaken] = useState(0);
  const [harmless, setHarmless] = useState<readonly string[]>([]);
  const [previewing, setPreviewing] = useState(false);
  const attachments = useAttachments(t('attachments.failed'));
  const files = useRef<HTMLInputElement>(null);
  const server = useServerDraft(me.id);
  const drafts = useDrafts();
  const { done } = server;
  const { forget } = attachments;
  const [later, setLater] = useState<string | null>(null);
  const [late, setLate] = useState(false);
  const navigate = useNavigate();
  const posted = useCallback(
    (post: Post | undefined) => {
      keepDraft(me.id, null);
      done();
      forget();
      setDraft(emptyDraft);
      if (post !== undefined) {
        onPosted(post);
        return;
      }
      setLater(null);
      onClose();
      showToast(t('schedule.waits'), { action: { label: t('schedule.look'), run: () => void navigate({ to: '/scheduled' }) } });
    },
    [me.id, done, forget, onPosted, onClose, navigate, t],
  );
  const posting = usePosting(posted);
  const over = tooLongBy(draft);

  // Another draft may be of another kind, whose fields are new ones
  useEffect(() => first.current?.focus(), [taken]);

  function change(next: Draft) {
    setDraft(next);
    setLack(null);
    setHarmless([]);
    if (posting.error !== null) posting.forgetError();
    setKept(keepDraft(me.id, next));
    server.keep(next);
  }

  function takeUp(other: KeptDraft | null) {
    const next = other === null ? emptyDraft : asDraft(other.content);
    server.takeUp(other, draft);
    setDraft(next);
    setLack(null);
    setHarmless([]);
    setKept(keepDraft(me.id, next));
    setTaken(taken + 1);
  }

  function send(acknowledged: readonly string[] = harmless) {
    const missing = lackOf(draft);
    const tooLate = later !== null && !(new Date(later) > new Date());
    setLack(missing);
    setLate(tooLate);
    if (missing === null && over === 0 && !tooLate && !attachments.busy) {
      const named = attachments.named();
      posting.post({ ...toPost(draft), ...(named.length > 0 && { attachments: named }), ...(later !== null && { publishAt: new Date(later).toISOString() }) }, acknowledged);
    }
  }

  function sayHarmless(rules: string[]) {
    const acknowledged = [...harmless, ...rules];
    setHarmless(acknowledged);
    send(acknowledged);
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

  // Of the draft in hand only what was written on another device meanwhile
  const unfinished = (drafts.data?.items ?? []).filter(({ id, version }) =>
    id === server.place?.id ? version > server.place.version : isEmpty(draft),
  );
  const Heading = page ? 'h1' : 'h2';
  const submit = (
    <Button kind="primary" type="submit" aria-disabled={posting.busy || attachments.busy} className={styles.submit}>
      {t(later !== null ? 'schedule.submit' : posting.busy ? 'composer.posting' : 'composer.post')}
    </Button>
  );
  return (
    <form
      className={`sheet ${styles.composer} ${page ? styles.page : ''}`}
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={onKey}
    >
      <div className={styles.top}>
        <Heading id={headingId} dir="auto">
          {page ? t('composer.page') : t('composer.heading', { name: firstName(me.displayName) })}
        </Heading>
        {!isEmpty(draft) && (
          <Button small kind="plain" title={t('composer.putAsideText')} onClick={() => takeUp(null)}>
            {t('composer.putAside')}
          </Button>
        )}
        <IconButton aria-label={t('composer.close')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      <Unfinished drafts={unfinished} onTakeUp={takeUp} />
      <KindGroup kind={draft.kind} onChange={(chosen) => change({ ...draft, kind: chosen })} />
      <Stations
        key={draft.kind}
        draft={draft}
        start={start}
        firstRef={first}
        previewing={previewing}
        onWrite={(field, value) => change({ ...draft, [field]: value })}
      />
      <ChosenFiles attachments={attachments} />
      {posting.findings.length > 0 ? (
        <div className={styles.trouble}>
          <GuardNote
            findings={posting.findings}
            onTakeOut={() => {
              change(withoutFindings(draft, posting.findings));
              first.current?.focus();
            }}
            onHarmless={sayHarmless}
          />
        </div>
      ) : (
        <Trouble posting={posting} draft={draft} lack={lack} over={over} retry={() => send()} />
      )}
      {later !== null && (
        <Later
          at={later}
          error={late ? t('schedule.late') : undefined}
          onChange={(at) => {
            setLater(at);
            setLate(false);
          }}
          onNow={() => setLater(null)}
        />
      )}
      <div className={styles.foot}>
        <AudienceMenu audience={draft.audience} communities={communities} onChange={(audience) => change({ ...draft, audience })} />
        <IconButton
          aria-label={previewing ? t('composer.edit') : t('composer.preview')}
          aria-pressed={previewing}
          title={previewing ? t('composer.edit') : `${t('composer.preview')} (${t('composer.markdown')})`}
          onClick={() => setPreviewing(!previewing)}
        >
          <Icon name={previewing ? 'write' : 'eye'} />
        </IconButton>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            attachments.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <IconButton aria-label={t('attachments.add')} title={t('attachments.add')} onClick={() => files.current?.click()}>
          <Icon name="attach" />
        </IconButton>
        <IconButton
          aria-label={t('schedule.later')}
          aria-expanded={later !== null}
          title={t('schedule.later')}
          onClick={() => setLater(later === null ? asField(tomorrow(new Date())) : null)}
        >
          <Icon name="clock" />
        </IconButton>
        <span className={styles.kept} role="status">
          {kept !== null && !isEmpty(draft) && t(server.safe ? 'composer.savedEverywhere' : kept ? 'composer.saved' : 'composer.notSaved')}
        </span>
        {submit}
      </div>
    </form>
  );
}

function begin(personId: string, kind: PostKind | undefined, communityId: string | undefined, ask: string | undefined): Draft {
  const stored = readDraft(personId);
  const draft = stored ?? emptyDraft;
  const fresh = stored === null || isEmpty(stored);
  return {
    ...draft,
    ...(kind !== undefined && fresh && { kind }),
    ...(ask !== undefined && fresh && { title: `@${ask} ` }),
    ...(communityId !== undefined && { audience: { type: 'community', communityId } }),
  };
}

interface TroubleProps {
  posting: Posting;
  draft: Draft;
  lack: Lack | null;
  over: number;
  retry: () => void;
}

/** What stands in the way, what is kept, and what happens next. */
function Trouble({ posting, draft, lack, over, retry }: TroubleProps) {
  const { t } = useTranslation();
  if (over > 0 || lack !== null) {
    return (
      <div className={styles.trouble}>
        <Note tone="warn" icon="info" alert title={over > 0 ? t('composer.tooLong', { count: over }) : t(lack ?? 'composer.emptyBody')} />
      </div>
    );
  }
  if (posting.error === null || posting.error === undefined) return null;
  if (statusOf(posting.error) === 401) {
    return (
      <div className={styles.trouble}>
        <Note tone="bad" icon="warn" alert title={t('composer.failed')}>
          {t('composer.signInAgain')} <Link to="/sign-in">{t('composer.signIn')}</Link>
        </Note>
      </div>
    );
  }

  async function copy() {
    await navigator.clipboard.writeText(asText(draft));
    showToast(t('composer.copied'));
  }

  const why = isPassing(posting.error) ? t('composer.failedWhy') : (detailOf(posting.error) ?? t('composer.failedWhy'));
  return (
    <div className={styles.trouble}>
      <Note
        tone="bad"
        icon="warn"
        alert
        title={t('composer.failed')}
        actions={
          <>
            <Button small onClick={retry}>
              {t('composer.tryNow')}
            </Button>
            <Button small kind="plain" onClick={() => void copy()}>
              {t('composer.copy')}
            </Button>
          </>
        }
      >
        {why} <span aria-hidden="true">{posting.retryIn !== null && t('composer.failedRetry', { count: posting.retryIn })}</span>
      </Note>
    </div>
  );
}

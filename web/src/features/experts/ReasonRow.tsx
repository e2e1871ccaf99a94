import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Glyph, Icon } from '../../components/Icon';
import type { Reason } from '../../lib/api/types';
import { EvidencePosts } from './EvidencePosts';
import styles from './Experts.module.css';

interface ReasonRowProps {
  reason: Reason;
  /** Whom the reason is about. */
  personId: string;
  /** Open from the start. */
  begin: boolean;
}

/** Why somebody is here; opens what is behind it. */
export function ReasonRow({ reason, personId, begin }: ReasonRowProps) {
  const [opened, setOpened] = useState(begin);
  const id = useId();
  const posts = reason.evidence.flatMap(({ type, id: postId }) => (type === 'post' && postId !== undefined ? [postId] : []));
  const between = reason.evidence.some(({ type, id: other }) => type === 'person' && other !== personId);
  const opens = posts.length > 0 || between || reason.evidence.length > 1;
  if (!opens) {
    return (
      <li className={styles.reason}>
        <ReasonGlyph kind={reason.kind} />
        <span>
          <ReasonText reason={reason} personId={personId} />
        </span>
      </li>
    );
  }
  return (
    <li>
      <button type="button" className={styles.reason} aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <ReasonGlyph kind={reason.kind} />
        <span>
          <ReasonText reason={reason} personId={personId} />
        </span>
        <Icon name={opened ? 'up' : 'down'} />
      </button>
      <div id={id} hidden={!opened} className={styles.evidence}>
        {opened && posts.length > 0 && <EvidencePosts ids={posts} />}
        {posts.length === 0 && (
          <ul>
            {reason.evidence.map((item) => (
              <li key={item.id ?? item.text}>
                {item.type === 'person' && item.id !== undefined ? (
                  <Link to="/people/$personId" params={{ personId: item.id }} dir="auto">
                    {item.text}
                  </Link>
                ) : (
                  <Declared name={item.text ?? ''} level={item.level} />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Declared({ name, level }: { name: string; level: Reason['evidence'][number]['level'] }) {
  const { t } = useTranslation();
  return (
    <>
      <bdi>{name}</bdi>
      {level !== undefined && `, ${t(`profile.${level}`)}`}
    </>
  );
}

const icons = { 'ask-me-about': 'mention', skill: 'taught', network: 'network', available: 'clock' } as const;

function ReasonGlyph({ kind }: { kind: Reason['kind'] }) {
  if (kind === 'answers') return <Glyph name="closed" />;
  if (kind === 'posts') return <Glyph name="doing" />;
  return <Icon name={icons[kind]} className={styles.declared} />;
}

function ReasonText({ reason, personId }: { reason: Reason; personId: string }) {
  const { t } = useTranslation();
  const first = reason.evidence[0];
  const text = first?.text ?? '';
  const parts = { t, components: { b: <b /> } };
  switch (reason.kind) {
    case 'answers':
      return <Trans {...parts} i18nKey="help.answers" count={reason.count} />;
    case 'posts':
      return <Trans {...parts} i18nKey="help.posts" count={reason.count} />;
    case 'ask-me-about':
      return <Trans {...parts} i18nKey="help.askMeAbout" values={{ text }} />;
    case 'skill': {
      const values = { name: text, level: t(`profile.${first?.level ?? 'works-with'}`), count: reason.count - 1 };
      return reason.count > 1 ? (
        <Trans {...parts} i18nKey="help.skills" values={values} />
      ) : (
        <Trans {...parts} i18nKey="help.skill" values={values} />
      );
    }
    case 'network':
      return first?.id === personId ? (
        <Trans {...parts} i18nKey="help.followed" values={{ name: text }} />
      ) : (
        <Trans {...parts} i18nKey="help.via" values={{ name: text }} />
      );
    case 'available':
      return <Trans {...parts} i18nKey="help.available" />;
  }
}

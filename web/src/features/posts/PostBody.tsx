import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { ButtonLink } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { LinkCard } from '../../components/LinkCard';
import { PostFiles } from '../../components/PostFiles';
import { Prose } from '../../components/Prose';
import type { Post } from '../../lib/api/types';
import { duration } from '../../lib/dates';
import { useHere } from '../../lib/live/gone';
import { firstName } from '../../lib/names';
import { useClock } from '../../lib/useClock';
import { Quote } from './Quote';
import { Station } from './Stations';
import { splitLink, splitTitle } from './title';
import styles from './PostBody.module.css';

interface PostBodyProps {
  post: Post;
  me: string;
  /** The page of this post: its title is the page's heading, and nothing folds. */
  lead?: boolean;
  titleId: string;
}

/** What was said, in the form of its kind, and what it passes on. */
export function PostBody(props: PostBodyProps) {
  const here = useHere();
  const { answer, attachments, kind, preview, shared } = props.post;
  const post = answer === null || here(answer) ? props.post : { ...props.post, answer: null };
  return (
    <>
      <Said {...props} post={post} />
      <div className={styles.indent}>
        {preview !== null && kind !== 'link' && <LinkCard {...preview} />}
        <PostFiles attachments={attachments} />
      </div>
      {shared !== null && (
        <div className={styles.indent}>
          <Quote post={shared.post} />
        </div>
      )}
    </>
  );
}

function Said(props: PostBodyProps) {
  switch (props.post.kind) {
    case 'working-out-loud':
      return <WorkingOutLoud {...props} />;
    case 'question':
      return <Question {...props} />;
    case 'story':
      return <Story {...props} />;
    case 'link':
      return <LinkPost {...props} />;
    default:
      return (
        <div className={styles.indent}>
          {props.post.bodyHtml && <Prose html={props.post.bodyHtml} folds={!props.lead} />}
        </div>
      );
  }
}

function WorkingOutLoud({ post, me, lead = false }: PostBodyProps) {
  const { t } = useTranslation();
  const open = post.need !== null && post.answer === null;
  return (
    <>
      {post.doingHtml && (
        <Station glyph="doing" label={t('post.doing')}>
          <Prose html={post.doingHtml} folds={!lead} />
        </Station>
      )}
      {post.learnedHtml && (
        <Station glyph="learned" label={t('post.learned')}>
          <Prose html={post.learnedHtml} folds={!lead} />
        </Station>
      )}
      {post.needHtml && (
        <Station
          glyph={open ? 'stuck' : 'closed'}
          toAnswer={!open}
          label={
            open ? (
              <>
                {t('post.stuck')} <span className={styles.state}>· {openness(post, t('post.unanswered'), t('post.unclosed'))}</span>
              </>
            ) : (
              `${t('post.wasStuck')} · ${t('post.closed')}`
            )
          }
        >
          <Prose html={post.needHtml} folds={!lead} />
          {open && !lead && post.author.id !== me && <CanHelp post={post} />}
        </Station>
      )}
      {post.answer !== null && <Answer post={post} answer={post.answer} me={me} lead={lead} />}
    </>
  );
}

function Question({ post, me, lead = false, titleId }: PostBodyProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const open = post.answer === null;
  const split = splitTitle(post.bodyHtml ?? '');
  return (
    <>
      <Station glyph={open ? 'stuck' : 'closed'} toAnswer={!open}>
        {split !== null && <Title post={post} title={split.title} lead={lead} id={titleId} />}
        <Prose html={split?.rest ?? post.bodyHtml ?? ''} folds={!lead} />
        {open && (
          <p className={styles.waits}>
            <Icon name="clock" size="s" />
            {t('post.waits', { time: duration(post.waitingSince ?? post.createdAt, clock.now, clock) })}
            {' · '}
            {openness(post, t('post.unanswered'), t('post.unclosed'))}
          </p>
        )}
        {open && !lead && post.author.id !== me && <CanHelp post={post} />}
      </Station>
      {post.answer !== null && <Answer post={post} answer={post.answer} me={me} lead={lead} />}
    </>
  );
}

function openness(post: Post, unanswered: string, unclosed: string): string {
  return post.commentCount === 0 ? unanswered : unclosed;
}

function Story({ post, lead = false, titleId }: PostBodyProps) {
  const split = splitTitle(post.bodyHtml ?? '');
  return (
    <div className={`${styles.indent} ${styles.story}`}>
      {split !== null && <Title post={post} title={split.title} lead={lead} id={titleId} />}
      <Prose html={split?.rest ?? post.bodyHtml ?? ''} folds={!lead} />
    </div>
  );
}

function LinkPost({ post, lead = false }: PostBodyProps) {
  const split = splitLink(post.bodyHtml ?? '');
  return (
    <div className={styles.indent}>
      <Prose html={split?.rest ?? post.bodyHtml ?? ''} folds={!lead} />
      {split === null
        ? post.preview !== null && <LinkCard {...post.preview} />
        : (
          <LinkCard
            {...(post.preview ?? { title: split.url.host, description: null, site: split.path })}
            url={split.url.href}
          />
        )}
    </div>
  );
}

function Title({ post, title, lead, id }: { post: Post; title: string; lead: boolean; id: string }) {
  if (lead) {
    return (
      <h1 className={styles.title} id={id} dir="auto">
        {title}
      </h1>
    );
  }
  return (
    <h3 className={styles.title} id={id} dir="auto">
      <Link to="/posts/$postId" params={{ postId: post.id }}>
        {title}
      </Link>
    </h3>
  );
}

function CanHelp({ post }: { post: Post }) {
  const { t } = useTranslation();
  return (
    <p>
      <ButtonLink small className={styles.offer} to="/posts/$postId" params={{ postId: post.id }} hash="reply">
        {t('post.canHelp')}
      </ButtonLink>
    </p>
  );
}

function Answer({ post, answer, me, lead }: { post: Post; answer: Post; me: string; lead: boolean }) {
  const { t } = useTranslation();
  return (
    <Station>
      <div className={styles.answer}>
        <div className={styles.by}>
          <Avatar person={answer.author} size="xs" />
          <span>
            <Trans
              t={t}
              i18nKey={post.author.id === me ? 'post.answeredMine' : 'post.answeredBy'}
              values={{ name: answer.author.displayName, asker: firstName(post.author.displayName) }}
              components={{ b: <b /> }}
            />
          </span>
          {lead && <a href={`#reply-${answer.id}`}>{t('post.readInThread')}</a>}
        </div>
        <Prose small html={answer.bodyHtml ?? ''} folds />
      </div>
    </Station>
  );
}

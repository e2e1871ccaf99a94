import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button, IconButton } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { List } from '../../components/List';
import { Empty } from '../../components/States';
import { When } from '../../components/When';
import { itemsOf } from '../../lib/api/paging';
import type { Notification } from '../../lib/api/types';
import { nameOf } from '../../lib/excerpt';
import { useThreadChoice } from '../../lib/useThreadChoice';
import { useNotifications, useSeen } from './useNotifications';
import styles from './Notifications.module.css';

/** What concerns the reader: one row for a thread, however much happens there. */
export function Notifications() {
  const { t } = useTranslation();
  const query = useNotifications();
  const seen = useSeen();
  const choose = useThreadChoice();
  const items = itemsOf<Notification>(query.data);
  const newest = items[0];
  const muted = choose.isSuccess && choose.variables.on ? choose.variables.id : null;
  return (
    <>
      <div className={styles.head}>
        <p role="status">{muted !== null && t('thread.muted')}</p>
        {muted !== null && (
          <Button small onClick={() => choose.mutate({ id: muted, act: 'mute', on: false })}>
            {t('common.undo')}
          </Button>
        )}
        {newest !== undefined && items.some(({ unread }) => unread) && (
          <Button small onClick={() => seen.mutate({ until: newest.at })}>
            {t('notifications.all')}
          </Button>
        )}
      </div>
      <div className="sheet">
        <List
          query={query}
          loading={t('notifications.loading')}
          failed={t('notifications.failed')}
          count={items.length}
          empty={<Empty title={t('notifications.none')}>{t('notifications.noneText')}</Empty>}
          label={t('notifications.title')}
        >
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              onOpen={() => item.unread && seen.mutate({ ids: [item.id] })}
              onMute={() => choose.mutate({ id: item.post.rootId, act: 'mute', on: true })}
            />
          ))}
        </List>
      </div>
    </>
  );
}

interface RowProps {
  item: Notification;
  onOpen: () => void;
  onMute: () => void;
}

function Row({ item, onOpen, onMute }: RowProps) {
  const { t } = useTranslation();
  const { post, latest, reason, actors, people } = item;
  const title = nameOf(post);
  const first = actors[0];
  const others = people - 1;
  const comment = latest ?? (post.inReplyTo === null ? null : post);
  return (
    <li className={styles.row} data-unread={item.unread || undefined}>
      {first !== undefined && <Avatar person={first} size="s" />}
      <div>
        <p className={styles.why}>
          {item.unread && <b>{t('notifications.new')}</b>} {t(`notifications.reasons.${reason.kind}`, { count: reason.count })}
        </p>
        <Link
          className={styles.title}
          to="/posts/$postId"
          params={{ postId: post.rootId }}
          hash={comment === null ? undefined : `reply-${comment.id}`}
          onClick={onOpen}
          dir="auto"
        >
          {title}
        </Link>
        <p className={styles.line}>
          {first !== undefined && <b dir="auto">{first.displayName}</b>}
          {others > 0 && <span>{t('notifications.others', { count: others })}</span>} <When at={item.at} />
        </p>
        {reason.because !== null && (
          <p className={styles.line}>{t(`notifications.because.${reason.because.kind}`, { count: reason.because.count, words: reason.because.words })}</p>
        )}
        {latest !== null && (
          <q className={styles.quote} dir="auto">
            {nameOf(latest)}
          </q>
        )}
      </div>
      <IconButton aria-label={t('notifications.mute', { title })} onClick={onMute}>
        <Icon name="mute" />
      </IconButton>
    </li>
  );
}

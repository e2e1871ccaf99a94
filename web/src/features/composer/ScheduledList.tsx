import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Note } from '../../components/Note';
import { Empty, Failed, Skeleton } from '../../components/States';
import { detailOf } from '../../lib/api/problem';
import type { ScheduledPost } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { showToast } from '../../lib/toasts';
import { useClock } from '../../lib/useClock';
import { asText, draftOf } from './draft';
import { useCancelScheduled, usePublishScheduled, useScheduled, useTakeBack } from './useScheduled';
import styles from './ScheduledList.module.css';

const failures = ['not-a-member', 'community-archived', 'confidential', 'person-deactivated', 'suspended'] as const;

/** What waits for its moment, and what could not be published then. */
export function ScheduledList() {
  const { t } = useTranslation();
  const query = useScheduled();
  if (query.isPending) return <Skeleton label={t('common.loading')} rows={1} />;
  if (query.isError) return <Failed title={t('schedule.failedList')} error={query.error} retry={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0) return <Empty title={t('schedule.none')}>{t('schedule.noneText')}</Empty>;
  return (
    <ul className={styles.list} aria-label={t('schedule.title')}>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Item({ item }: { item: ScheduledPost }) {
  const { t } = useTranslation();
  const clock = useClock();
  const navigate = useNavigate();
  const publish = usePublishScheduled();
  const takeBack = useTakeBack();
  const cancel = useCancelScheduled();
  const text = asText(draftOf(item.post));
  const known = failures.find((failure) => failure === item.failure);

  function publishNow() {
    publish.mutate(item.id, {
      onSuccess: (post) =>
        showToast(t('composer.posted'), {
          action: { label: t('composer.see'), run: () => void navigate({ to: '/posts/$postId', params: { postId: post.id } }) },
        }),
    });
  }

  return (
    <li className={styles.item}>
      <time dateTime={item.publishAt}>{fullWhen(item.publishAt, clock)}</time>
      <p className={styles.text} dir="auto">
        {text}
      </p>
      {item.failure !== null && !publish.isError && (
        <Note tone="bad" icon="warn" title={t('schedule.notPublished')}>
          {t(`schedule.failures.${known ?? 'other'}`)}
        </Note>
      )}
      {publish.isError && (
        <Note tone="bad" icon="warn" alert title={t('schedule.notPublished')}>
          {detailOf(publish.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button small onClick={publishNow} aria-disabled={publish.isPending}>
          {t('schedule.publish')}
        </Button>
        <Button small onClick={() => takeBack.mutate(item, { onSuccess: () => void navigate({ to: '/write' }) })}>
          {t('schedule.edit')}
        </Button>
        <Button small kind="plain" onClick={() => cancel.mutate(item.id)}>
          {t('schedule.cancel')}
        </Button>
      </div>
    </li>
  );
}

import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/States';
import { Feed } from '../../features/posts/Feed';
import { useTagFeed } from '../../features/posts/useTagFeed';
import { keys } from '../../lib/queryKeys';
import { Page, PageHead } from '../Page';

export function TagPage() {
  const { t } = useTranslation();
  const { tag } = useParams({ from: '/inside/tags/$tag' });
  const query = useTagFeed(tag);
  const same = (other: string) => other.toLowerCase() === tag.toLowerCase();
  return (
    <Page title={t('tag.title', { tag })}>
      <PageHead title={t('tag.title', { tag })} lead={t('tag.lead')} />
      <Feed
        label={t('tag.feed', { tag })}
        query={query}
        queryKey={keys.feeds.tag(tag)}
        accepts={(post) => post.tags.some(same)}
        empty={<Empty title={t('feed.emptyTag')} />}
      />
    </Page>
  );
}

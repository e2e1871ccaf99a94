import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { When } from '../../components/When';
import { nameOf } from '../../lib/excerpt';
import { useEvidencePosts } from './useEvidencePosts';

const step = 3;

/** The posts behind a reason, some at a time. What was taken away meanwhile says so. */
export function EvidencePosts({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(step);
  const posts = useEvidencePosts(ids.slice(0, shown));
  const more = ids.length - shown;
  return (
    <>
      <ul>
        {posts.map(({ data, isError }, index) => (
          <li key={ids[index]}>
            {data !== undefined && (
              <>
                <Link to="/posts/$postId" params={{ postId: data.rootId }} hash={data.id === data.rootId ? '' : data.id} dir="auto">
                  {nameOf(data)}
                </Link>
                <p>
                  <When at={data.createdAt} />
                  {data.community !== null && ` · ${data.community.name}`}
                </p>
              </>
            )}
            {data === undefined && <p>{isError ? t('help.evidenceGone') : t('help.evidenceLoading')}</p>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button small kind="plain" onClick={() => setShown(shown + 10)}>
          {t('help.showMore', { count: Math.min(more, 10) })}
        </Button>
      )}
    </>
  );
}

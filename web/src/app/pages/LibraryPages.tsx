import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../components/States';
import { isHost, mayWrite } from '../../features/communities/rights';
import { EntryArticle } from '../../features/library/EntryArticle';
import { EntryForm } from '../../features/library/EntryForm';
import { useEditEntry, useEntry, useKeep } from '../../features/library/useLibrary';
import { KeptPost } from '../../features/posts/KeptPost';
import type { Community, LibraryEntry } from '../../lib/api/types';
import { Page, PageHead } from '../Page';
import { CommunityFor } from './CommunityFor';
import { CommunityPlace } from './CommunityPage';

export function LibraryEntryPage() {
  const { slug, entryId } = useParams({ from: '/inside/communities/$slug/library/$entryId' });
  return <CommunityPlace slug={slug}>{(community) => <Entry community={community} entryId={entryId} />}</CommunityPlace>;
}

function Entry({ community, entryId }: { community: Community; entryId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entry = useEntry(community.id, entryId);
  if (entry.data === undefined) {
    return (
      <div className="sheet">
        {entry.isError ? (
          <Failed error={entry.error} retry={() => void entry.refetch()} />
        ) : (
          <Skeleton label={t('library.loading')} rows={2} />
        )}
      </div>
    );
  }
  const { postId, mine } = entry.data;
  const writes = mayWrite(community);
  return (
    <EntryArticle
      community={community}
      entry={entry.data}
      mayWrite={writes}
      mayDelete={writes && (mine || isHost(community))}
      source={postId !== null && <KeptPost postId={postId} />}
      onGone={() => void navigate({ to: '/communities/$slug/library', params: { slug: community.slug } })}
    />
  );
}

export function NewLibraryEntryPage() {
  const { slug } = useParams({ from: '/inside/communities/$slug/library/new' });
  return (
    <CommunityFor slug={slug} may={mayWrite}>
      {(community) => <New community={community} />}
    </CommunityFor>
  );
}

function New({ community }: { community: Community }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { post } = useSearch({ from: '/inside/communities/$slug/library/new' });
  const keep = useKeep(community.id);
  const [saved, setSaved] = useState(false);
  const title = t(post === undefined ? 'library.addTo' : 'library.keepIn', { name: community.name });
  return (
    <Page title={title}>
      <PageHead title={title} />
      {post !== undefined && <KeptPost postId={post} />}
      <EntryForm
        postId={post}
        back={`/communities/${community.slug}/library`}
        busy={keep.isPending}
        saved={saved}
        error={keep.error}
        onSubmit={(entry) => {
          setSaved(true);
          keep.mutate(entry, {
            onSuccess: ({ id }) =>
              void navigate({ to: '/communities/$slug/library/$entryId', params: { slug: community.slug, entryId: id } }),
            onError: () => setSaved(false),
          });
        }}
      />
    </Page>
  );
}

export function EditLibraryEntryPage() {
  const { slug, entryId } = useParams({ from: '/inside/communities/$slug/library/$entryId/edit' });
  return (
    <CommunityFor slug={slug} may={mayWrite}>
      {(community) => <Edit community={community} entryId={entryId} />}
    </CommunityFor>
  );
}

function Edit({ community, entryId }: { community: Community; entryId: string }) {
  const { t } = useTranslation();
  const entry = useEntry(community.id, entryId);
  if (entry.data !== undefined) return <Editing community={community} entry={entry.data} />;
  return (
    <Page>
      {entry.isError ? (
        <Failed error={entry.error} retry={() => void entry.refetch()} />
      ) : (
        <Skeleton label={t('library.loading')} rows={2} />
      )}
    </Page>
  );
}

function Editing({ community, entry }: { community: Community; entry: LibraryEntry }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const edit = useEditEntry(entry);
  const [saved, setSaved] = useState(false);
  const params = { slug: community.slug, entryId: entry.id };
  const title = t('library.editOne', { title: entry.title });
  return (
    <Page title={title}>
      <PageHead title={title} />
      <EntryForm
        entry={entry}
        back={`/communities/${community.slug}/library/${entry.id}`}
        busy={edit.isPending}
        saved={saved}
        error={edit.error}
        onSubmit={({ title: name, body, url }) => {
          setSaved(true);
          edit.mutate(
            { title: name, body: body ?? null, ...(url !== undefined && { url }) },
            {
              onSuccess: () => void navigate({ to: '/communities/$slug/library/$entryId', params }),
              onError: () => setSaved(false),
            },
          );
        }}
      />
    </Page>
  );
}

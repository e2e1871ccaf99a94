import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { newestFirst } from './live/fresh';
import type { Post, PostPage } from './api/types';
import { keys } from './queryKeys';

type Posts = InfiniteData<PostPage, string | null>;

function isPages(data: unknown): data is Posts {
  return typeof data === 'object' && data !== null && 'pages' in data;
}

function mapPages(data: Posts, change: (items: Post[]) => Post[]): Posts {
  const pages = data.pages.map((page) => {
    const items = change(page.items);
    return items === page.items ? page : { ...page, items };
  });
  return pages.every((page, index) => page === data.pages[index]) ? data : { ...data, pages };
}

function changeOne(items: Post[], id: string, change: (post: Post) => Post): Post[] {
  return items.some((post) => post.id === id) ? items.map((post) => (post.id === id ? change(post) : post)) : items;
}

/** Changes a post or comment wherever the UI has a copy of it: feeds, threads, its own page. */
export function updatePost(client: QueryClient, id: string, change: (post: Post) => Post): void {
  client.setQueryData<Post>(keys.posts.one(id), (post) => post && change(post));
  for (const queryKey of [keys.feeds.all, keys.posts.threads]) {
    client.setQueriesData<Posts>({ queryKey }, (data) =>
      isPages(data) ? mapPages(data, (items) => changeOne(items, id, change)) : data,
    );
  }
}

/** Puts a post or comment that says something else now in the place of its copies; what the reader did with it stays. */
export function replacePost(client: QueryClient, post: Post): void {
  const renewed = (old: Post): Post => (old.version > post.version ? old : { ...post, mine: old.mine, answer: old.answer });
  updatePost(client, post.id, renewed);
  if (post.rootId !== post.id) {
    updatePost(client, post.rootId, (root) => (root.answer?.id === post.id ? { ...root, answer: renewed(root.answer) } : root));
  }
}

/** The copy of a post that the UI has, from wherever it was read. */
export function cachedPost(client: QueryClient, id: string): Post | undefined {
  const own = client.getQueryData<Post>(keys.posts.one(id));
  if (own !== undefined) return own;
  for (const [, data] of client.getQueriesData<Posts>({ queryKey: keys.feeds.all })) {
    if (!isPages(data)) continue;
    for (const page of data.pages) {
      const found = page.items.find((post) => post.id === id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Puts posts on top of a feed, once each; the pages below keep their cursors. */
export function prependPosts(client: QueryClient, queryKey: QueryKey, posts: readonly Post[]): void {
  client.setQueryData<Posts>(queryKey, (data) => {
    const first = data?.pages[0];
    if (data === undefined || first === undefined) return data;
    const known = new Set(data.pages.flatMap((page) => page.items.map(({ id }) => id)));
    const added = posts.filter(({ id }) => !known.has(id));
    if (added.length === 0) return data;
    const items = [...added, ...first.items].sort(newestFirst);
    return { ...data, pages: [{ ...first, items }, ...data.pages.slice(1)] };
  });
}

/** Puts a comment at the end of its thread when the end is here, and says whether it is new. */
export function appendComment(client: QueryClient, comment: Post): boolean {
  let added = false;
  client.setQueryData<Posts>(keys.posts.thread(comment.rootId), (data) => {
    const last = data?.pages.at(-1);
    if (data === undefined || last === undefined || last.next !== null) return data;
    if (data.pages.some((page) => page.items.some(({ id }) => id === comment.id))) return data;
    added = true;
    return { ...data, pages: [...data.pages.slice(0, -1), { ...last, items: [...last.items, comment] }] };
  });
  return added;
}

/** Every query key of the UI. Keys nest, so that invalidating a shorter one reaches all below it. */
export const keys = {
  me: ['me'] as const,
  people: {
    all: ['people'] as const,
    lists: ['people', 'list'] as const,
    search: (q: string) => ['people', 'list', 'search', q] as const,
    suggestions: ['people', 'suggestions'] as const,
    followers: (id: string) => ['people', 'list', 'followers', id] as const,
    following: (id: string) => ['people', 'list', 'following', id] as const,
    one: (id: string) => ['people', 'one', id] as const,
  },
  feeds: {
    all: ['feeds'] as const,
    home: (filter: string) => ['feeds', 'home', filter] as const,
    waiting: ['feeds', 'waiting'] as const,
    person: (id: string) => ['feeds', 'person', id] as const,
    community: (id: string) => ['feeds', 'community', id] as const,
    tag: (tag: string) => ['feeds', 'tag', tag.toLowerCase()] as const,
  },
  posts: {
    all: ['posts'] as const,
    one: (id: string) => ['posts', 'one', id] as const,
    threads: ['posts', 'thread'] as const,
    thread: (id: string) => ['posts', 'thread', id] as const,
  },
  audience: (type: string, communityId: string | null) => ['audience', type, communityId] as const,
  communities: {
    all: ['communities'] as const,
    mine: ['communities', 'mine'] as const,
    search: (q: string) => ['communities', 'search', q] as const,
    bySlug: (slug: string) => ['communities', 'slug', slug] as const,
    byId: (id: string) => ['communities', 'id', id] as const,
    asks: (id: string) => ['communities', 'asks', id] as const,
    members: (id: string) => ['communities', 'members', id] as const,
  },
  inventory: {
    all: ['inventory'] as const,
    list: (filter: object) => ['inventory', 'list', filter] as const,
  },
  webhooks: {
    all: ['webhooks'] as const,
    list: ['webhooks', 'list'] as const,
    one: (id: string) => ['webhooks', 'one', id] as const,
    deliveries: (id: string) => ['webhooks', 'one', id, 'deliveries'] as const,
  },
};

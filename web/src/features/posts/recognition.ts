import type { PersonRef, Post, ReactionKind } from '../../lib/api/types';

/** In the order of the row of thanks; the quiet heart comes last. */
export const thanksKinds: readonly ReactionKind[] = ['helped', 'taught', 'inspired', 'tried', 'like'];

function asRef({ id, userName, displayName, avatar, department }: PersonRef): PersonRef {
  return { id, userName, displayName, avatar, department };
}

/** The post after this person thanked for it. Thanking twice changes nothing. */
export function thanked(post: Post, kind: ReactionKind, by: PersonRef): Post {
  if (post.mine.reactions.includes(kind)) return post;
  const people = post.thanks[kind] ?? [];
  return {
    ...post,
    mine: { ...post.mine, reactions: [...post.mine.reactions, kind] },
    reactions: { ...post.reactions, [kind]: (post.reactions[kind] ?? 0) + 1 },
    thanks: { ...post.thanks, [kind]: [asRef(by), ...people.filter(({ id }) => id !== by.id)] },
  };
}

/** The post after this person took their thanks back. */
export function unthanked(post: Post, kind: ReactionKind, by: PersonRef): Post {
  if (!post.mine.reactions.includes(kind)) return post;
  const count = (post.reactions[kind] ?? 0) - 1;
  const people = (post.thanks[kind] ?? []).filter(({ id }) => id !== by.id);
  return {
    ...post,
    mine: { ...post.mine, reactions: post.mine.reactions.filter((each) => each !== kind) },
    reactions: withOrWithout(post.reactions, kind, count > 0 ? count : undefined),
    thanks: withOrWithout(post.thanks, kind, people.length > 0 ? people : undefined),
  };
}

function withOrWithout<Values extends Partial<Record<ReactionKind, unknown>>>(
  values: Values,
  kind: ReactionKind,
  value: Values[ReactionKind],
): Values {
  const { [kind]: _, ...others } = values;
  return (value === undefined ? others : { ...others, [kind]: value }) as Values;
}

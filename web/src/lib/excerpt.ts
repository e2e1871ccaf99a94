interface Said {
  body: string | null;
  need: string | null;
  learned: string | null;
  doing: string | null;
  shared?: { post: Said | null } | null;
}

/** A few words that name a post in a list or for a screen reader; without own words those of what it passes on. */
export function nameOf(post: Said): string {
  const text = wordsOf(post) ?? (post.shared?.post ? wordsOf(post.shared.post) : null) ?? '';
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  const plain = line.replace(/^#+\s+/, '').replace(/[*_`>]/g, '').trim();
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}

function wordsOf(post: Said): string | null {
  return post.body ?? post.need ?? post.doing ?? post.learned;
}

/** A few words that name a post in a list or for a screen reader. */
export function nameOf(post: { body: string | null; need: string | null; learned: string | null; doing: string | null }): string {
  const text = post.body ?? post.need ?? post.doing ?? post.learned ?? '';
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  const plain = line.replace(/^#+\s+/, '').replace(/[*_`>]/g, '').trim();
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}

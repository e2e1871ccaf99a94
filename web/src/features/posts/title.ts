export interface Titled {
  title: string;
  rest: string;
}

const longest = 240;

/** Takes the first line of a question or story as its title, when it is short enough to be one. */
export function splitTitle(html: string): Titled | null {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const first = body.firstElementChild;
  if (first === null || !/^(P|H[1-6])$/.test(first.tagName)) return null;
  const title = first.textContent.trim();
  if (title === '' || title.length > longest) return null;
  first.remove();
  return { title, rest: body.innerHTML.trim() };
}

export interface Linked {
  url: URL;
  /** The path as people read it. */
  path: string;
  rest: string;
}

/** Takes the link that stands alone at the end of a link post, so that it can be shown as a card. */
export function splitLink(html: string): Linked | null {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const last = body.lastElementChild;
  const anchor = last?.querySelector('a[href]');
  if (last == null || anchor == null || last.textContent.trim() !== anchor.textContent.trim()) return null;
  const href = anchor.getAttribute('href') ?? '';
  if (!/^https?:\/\//.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  last.remove();
  return { url, path: readable(url.pathname + url.search), rest: body.innerHTML.trim() };
}

/** What is not well encoded is shown as it is. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

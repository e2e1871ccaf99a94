import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError, problemOf } from './problem';
import type { paths } from './schema';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export function csrfToken(cookies: string = document.cookie): string | null {
  const found = /(?:^|;\s*)(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(cookies);
  return found?.[1] === undefined ? null : decodeURIComponent(found[1]);
}

const sendsCsrfToken: Middleware = {
  onRequest({ request }) {
    const token = csrfToken();
    if (!safeMethods.has(request.method) && token !== null) request.headers.set('X-XSRF-TOKEN', token);
    return request;
  },
};

/** Switches (follow, thank, join …): small, shown as done at once, and so not to be lost by leaving the page. */
const switches = new Set(['PUT', 'DELETE']);

/** What outlives its page may have 64 KB at most. */
function isPicture(request: Request): boolean {
  return request.headers.get('content-type')?.startsWith('image/') ?? false;
}

const outlivesThePage: Middleware = {
  onRequest: ({ request }) =>
    switches.has(request.method) && !isPicture(request) ? new Request(request, { keepalive: true }) : request,
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  headers: { 'X-Requested-With': 'XMLHttpRequest' },
  // Looked up at each call, so that a test can stand in for the network
  fetch: (request) => globalThis.fetch(request),
});
api.use(sendsCsrfToken, outlivesThePage);

interface Answer<Data> {
  data?: Data | undefined;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer; anything else is thrown as an {@link ApiError}. */
export async function answered<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(response.status, problemOf(error));
  return data as Data;
}

import type { Problem } from './types';

/** An answer that is not a success, with its problem details when the server sent some. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }
}

export function statusOf(error: unknown): number | null {
  return error instanceof ApiError ? error.status : null;
}

/** Whether the same request may succeed in a moment: nobody answered, the server is not ready, or there were too many at once. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 502 || (status === 429 && typeOf(error) !== '/problems/too-fast');
}

function typeOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem?.type : undefined;
}

/** What a person reads: the first detail that names a field, else the problem's own words. */
export function detailOf(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  return error.problem?.errors?.[0]?.detail ?? error.problem?.detail ?? error.problem?.title ?? null;
}

export function problemOf(body: unknown): Problem | null {
  return typeof body === 'object' && body !== null && 'title' in body ? (body as Problem) : null;
}

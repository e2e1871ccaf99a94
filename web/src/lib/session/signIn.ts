const returnKey = 'outloud.returnTo';
const signInPath = '/sign-in';

/** Remembers where the person wanted to go; the sign-in itself ends at the start page. */
export function rememberPlace(): void {
  const { pathname, search } = window.location;
  if (pathname !== signInPath) sessionStorage.setItem(returnKey, pathname + search);
}

/** The place remembered before signing in, once. */
export function takeRememberedPlace(): string | null {
  const place = sessionStorage.getItem(returnKey);
  sessionStorage.removeItem(returnKey);
  return place?.startsWith('/') && !place.startsWith('//') ? place : null;
}

/** Languages as the reader calls them; what is no code stays as its owner wrote it. */
export function languageNames(written: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return written.map((each) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(each) ? named(names, each) : each)).join(', ');
}

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

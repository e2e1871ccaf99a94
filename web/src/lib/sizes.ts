const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** So many bytes in words: "340 kB". */
export function sizeOf(bytes: number, locale: string): string {
  const unit = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const value = bytes / 1_000 ** unit;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[unit] ?? 'byte', maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 }).format(value);
}

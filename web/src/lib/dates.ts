const minute = 60_000;
const day = 24 * 60 * minute;

/** How a moment is written: where, in which language, and what "now" is. */
export interface Clock {
  locale: string;
  timeZone?: string | undefined;
  now: Date;
}

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

function calendarDay(at: Date, { timeZone }: Clock): CalendarDay {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const values = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: values['year'] ?? 0, month: values['month'] ?? 0, day: values['day'] ?? 0 };
}

function daysBetween(earlier: CalendarDay, later: CalendarDay): number {
  const midnight = (of: CalendarDay) => Date.UTC(of.year, of.month - 1, of.day);
  return Math.round((midnight(later) - midnight(earlier)) / day);
}

function format(at: Date, { locale, timeZone }: Clock, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
}

export function timeOfDay(at: Date, clock: Clock): string {
  return format(at, clock, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Under an hour "12 min ago", today "14:32", this week "Thu 09:12", this year "3 Nov", else "3 Nov 2025". */
export function shortWhen(iso: string, clock: Clock): string {
  const at = new Date(iso);
  const minutes = Math.floor((clock.now.getTime() - at.getTime()) / minute);
  if (minutes >= 0 && minutes < 60) {
    return new Intl.RelativeTimeFormat(clock.locale, { numeric: 'auto', style: 'short' })
      .format(minutes === 0 ? 0 : -minutes, minutes === 0 ? 'second' : 'minute')
      .replace('min.', 'min');
  }
  const today = calendarDay(clock.now, clock);
  const then = calendarDay(at, clock);
  const days = daysBetween(then, today);
  if (days === 0) return timeOfDay(at, clock);
  if (days > 0 && days < 7) return `${format(at, clock, { weekday: 'short' })} ${timeOfDay(at, clock)}`;
  if (then.year === today.year) return format(at, clock, { day: 'numeric', month: 'short' });
  return format(at, clock, { day: 'numeric', month: 'short', year: 'numeric' });
}

export function fullWhen(iso: string, clock: Clock): string {
  return format(new Date(iso), clock, { dateStyle: 'full', timeStyle: 'short' });
}

export function monthOf(iso: string, clock: Clock): string {
  const at = new Date(iso);
  const sameYear = calendarDay(at, clock).year === calendarDay(clock.now, clock).year;
  return format(at, clock, sameYear ? { month: 'long' } : { month: 'long', year: 'numeric' });
}

export function dayOfMonth(iso: string, clock: Clock): string {
  const at = new Date(iso);
  return `${format(at, clock, { weekday: 'short' })} ${calendarDay(at, clock).day}`;
}

/** How long ago or ahead, in the largest unit that says enough: "5 hours ago", "in 4 days". */
export function distance(iso: string, clock: Clock): string {
  const minutes = (new Date(iso).getTime() - clock.now.getTime()) / minute;
  const words = new Intl.RelativeTimeFormat(clock.locale, { numeric: 'always' });
  const size = Math.abs(minutes);
  if (size < 60) return words.format(Math.trunc(minutes), 'minute');
  if (size < 36 * 60) return words.format(Math.trunc(minutes / 60), 'hour');
  if (size < 21 * 24 * 60) return words.format(Math.round(minutes / 60 / 24), 'day');
  if (size < 60 * 24 * 60) return words.format(Math.round(minutes / 60 / 24 / 7), 'week');
  return words.format(Math.round(minutes / 60 / 24 / 30.44), 'month');
}

/** Calendar days from today to a date without a time; negative when it is past. */
export function daysUntil(date: string, clock: Clock): number {
  const [year = 0, month = 1, dayNumber = 1] = date.split('-').map(Number);
  return daysBetween(calendarDay(clock.now, clock), { year, month, day: dayNumber });
}

/** A date without a time that lies so many months ahead of now. */
export function monthsAhead(months: number, now: Date): string {
  const at = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(now.getDate(), last));
  return at.toISOString().slice(0, 10);
}

/** How long it took from one moment to another, in one unit: "28 minutes", "5 hours", "3 days". */
export function duration(from: string, to: Date, clock: Clock): string {
  return span((to.getTime() - new Date(from).getTime()) / 1_000, clock);
}

/** So many seconds in words, in the largest unit that says enough. */
export function span(seconds: number, { locale }: Clock): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [value, unit] =
    minutes < 90
      ? ([minutes, 'minute'] as const)
      : minutes < 36 * 60
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 60 / 24), 'day'] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

export function fullDate(iso: string, clock: Clock): string {
  return format(new Date(iso), clock, { dateStyle: 'long' });
}

/** A date without a time, as a reader expects it: near ones with the month's name and year. */
export function plainDate(date: string, { locale }: Clock): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${date}T00:00:00Z`));
}

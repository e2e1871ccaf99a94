const morning = 8;
const evening = 18;

/** Whether it is a time of day at which people are usually at work, where somebody is. */
export function atWork(timeZone: string | null, now: Date): boolean {
  if (timeZone === null) return false;
  const parts = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23', weekday: 'short' }).formatToParts(now);
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const hour = Number(value('hour'));
  return hour >= morning && hour < evening && !['Sat', 'Sun'].includes(value('weekday'));
}

const morning = 9;

/** A moment as `datetime-local` writes it, in the time of this device. */
export function asField(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function tomorrow(now: Date): Date {
  return inTheMorning(now, 1);
}

/** The next Monday that is not today. */
export function nextMonday(now: Date): Date {
  return inTheMorning(now, 7 - ((now.getDay() + 6) % 7));
}

function inTheMorning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
}

import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from './dates';
import { localeFor } from './i18n';
import { useMe } from './session/useMe';

const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    listeners.forEach((notify) => notify());
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The reader's language and time zone, and a "now" that moves every half minute. */
export function useClock(): Clock {
  const { i18n } = useTranslation();
  const { data: me } = useMe();
  const at = useSyncExternalStore(subscribe, () => now);
  return { locale: localeFor(i18n.language), timeZone: me?.person.timeZone ?? undefined, now: at };
}

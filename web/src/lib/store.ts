import { useSyncExternalStore } from 'react';

/** A value outside React that components can watch. */
export interface Store<Value> {
  get(): Value;
  set(change: (value: Value) => Value): void;
  use(): Value;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set(change) {
      const next = change(value);
      if (next === value) return;
      value = next;
      listeners.forEach((notify) => notify());
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

import { useState } from 'react';

/** Reads a value of our own from this browser; unreadable or absent is null. */
export function readStored<Value>(key: string): Value | null {
  try {
    const text = localStorage.getItem(`outloud.${key}`);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** Writes a value, or removes it with null. Says whether it is safe now: a browser may refuse. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(`outloud.${key}`);
    else localStorage.setItem(`outloud.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function useStored<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => readStored<Value>(key) ?? initial);
  return [
    value,
    (next) => {
      setValue(next);
      writeStored(key, next);
    },
  ];
}

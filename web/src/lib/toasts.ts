import { createStore } from './store';

export interface Toast {
  id: number;
  text: string;
  /** Failures interrupt a screen reader, everything else waits. */
  urgent: boolean;
  action?: { label: string; run: () => void } | undefined;
}

export const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;

interface Options {
  seconds?: number;
  urgent?: boolean;
  action?: Toast['action'];
}

export function showToast(text: string, { seconds = 6, urgent = false, action }: Options = {}): number {
  lastId += 1;
  const id = lastId;
  toasts.set((shown) => [...shown, { id, text, urgent, action }]);
  setTimeout(() => hideToast(id), seconds * 1_000);
  return id;
}

export function hideToast(id: number): void {
  toasts.set((shown) => (shown.some((toast) => toast.id === id) ? shown.filter((toast) => toast.id !== id) : shown));
}

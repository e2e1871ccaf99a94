import { createStore } from './store';
import { readStored, writeStored } from './stored';

/** Whether single keys do something; a person may turn them off (WCAG 2.1.4). */
export const singleKeys = createStore(readStored<boolean>('singleKeys') ?? true);

export function switchSingleKeys(on: boolean): void {
  writeStored('singleKeys', on);
  singleKeys.set(() => on);
}

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';

/** The key when it is meant as a shortcut: no modifier, not typed into a field, no dialog or menu in front. */
export function shortcutOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (!singleKeys.get()) return null;
  const target = event.target as Element | null;
  if (target?.closest(typing) != null) return null;
  if (document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null) return null;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

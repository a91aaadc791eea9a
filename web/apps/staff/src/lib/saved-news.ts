// SPDX-License-Identifier: Apache-2.0

// Two windows of one browser may have the same open: what one has saved the other hears at once and asks the server for it.
// Only which it is and its version is told, and nothing of it stays in the browser.
const key = 'okno.saved';

export function tellSaved(name: string, version: number) {
  localStorage.setItem(key, JSON.stringify({ name, version }));
  localStorage.removeItem(key);
}

export function onSavedElsewhere(name: string, listener: (version: number) => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key !== key || !event.newValue) return;
    const told = JSON.parse(event.newValue) as { name: string; version: number };
    if (told.name === name) listener(told.version);
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

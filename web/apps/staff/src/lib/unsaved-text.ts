// SPDX-License-Identifier: Apache-2.0

import { newIdempotencyKey } from '@okno/api';

// What was typed and the server does not have yet lies in this browser: a reload or a lost network loses nothing. It
// is personal data: each user's own, with the version it was typed on, gone when it is saved or its user signs out.
// Each tab keeps its own, so that two with one draft do not take away each other's; what a closed tab has left is taken
// over by the next that opens the same.
export type UnsavedText<Part> = { version: number; part: Part };

const prefix = 'okno.unsaved.';
const tabKey = 'okno.tab';
const tab = tabName();

// A tab has its name again after a reload. While it is open the name is nowhere to be read: a duplicate of the tab begins
// with a copy of all that is stored.
function tabName(): string {
  // Some tests have no page.
  if (typeof window === 'undefined') return '';
  const name = sessionStorage.getItem(tabKey) ?? newIdempotencyKey();
  sessionStorage.removeItem(tabKey);
  window.addEventListener('pagehide', () => sessionStorage.setItem(tabKey, name));
  window.addEventListener('pageshow', () => sessionStorage.removeItem(tabKey));
  return name;
}

export function unsavedKey(userId: string, name: string): string {
  return `${prefix}${userId}.${name}`;
}

function ownKey(key: string) {
  return `${key}#${tab}`;
}

// Of another tab, by the key of the text.
const takenOver = new Map<string, { from: string; text: string }>();

function takeOver(key: string): string | null {
  const from = Object.keys(localStorage).find((name) => name === key || name.startsWith(`${key}#`));
  const text = from === undefined ? null : localStorage.getItem(from);
  if (from !== undefined && text !== null) takenOver.set(key, { from, text });
  return text;
}

export function readUnsaved<Part extends object>(key: string): UnsavedText<Part> | undefined {
  try {
    const text = localStorage.getItem(ownKey(key)) ?? takeOver(key);
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepUnsaved<Part extends object>(key: string, text: UnsavedText<Part>) {
  if (Object.keys(text.part).length > 0) {
    localStorage.setItem(ownKey(key), JSON.stringify(text));
    return;
  }
  localStorage.removeItem(ownKey(key));
  const taken = takenOver.get(key);
  takenOver.delete(key);
  // The other tab may be open after all, and its text a newer one.
  if (taken && localStorage.getItem(taken.from) === taken.text) localStorage.removeItem(taken.from);
}

const forgetters: (() => void)[] = [];

// What else a page keeps of what was typed goes with it.
export function forgetWithUnsaved(forget: () => void) {
  forgetters.push(forget);
}

// Everybody's: who signs out leaves nothing on this computer, nor what others forgot here.
export function forgetAllUnsaved() {
  for (const forget of forgetters) forget();
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key);
  }
}

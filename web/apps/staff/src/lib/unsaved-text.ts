// SPDX-License-Identifier: Apache-2.0

// What was typed and the server does not have yet lies in this browser: a reload or a lost network loses nothing. It
// is personal data: each user's own, with the version it was typed on, gone when it is saved or its user signs out.
export type UnsavedText<Part> = { version: number; part: Part };

const prefix = 'okno.unsaved.';

export function unsavedKey(userId: string, name: string): string {
  return `${prefix}${userId}.${name}`;
}

export function readUnsaved<Part extends object>(key: string): UnsavedText<Part> | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepUnsaved<Part extends object>(key: string, text: UnsavedText<Part>) {
  if (Object.keys(text.part).length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(text));
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

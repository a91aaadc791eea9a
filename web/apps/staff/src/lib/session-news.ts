// SPDX-License-Identifier: Apache-2.0

// Whose session it is may have changed: in another tab, which shares the cookie with this one, or because the server
// refused what only a session gets.
export type SessionNews = 'changed-elsewhere' | 'doubted';

type Listener = (news: SessionNews) => void;

const key = 'okno.session-changed';
const listeners = new Set<Listener>();

// The other tabs of this browser learn that somebody has signed in or out here.
export function tellOtherTabs() {
  localStorage.setItem(key, String(Date.now()));
}

export function doubtSession() {
  for (const listener of listeners) listener('doubted');
}

export function onSessionNews(listener: Listener): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) listener('changed-elsewhere');
  };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}

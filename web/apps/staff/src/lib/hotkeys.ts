// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useSyncExternalStore } from 'react';

// One hotkey of a screen. `keys` are "mod+K", "alt+1", "F2", "Enter", "?"; mod is Ctrl (⌘ on a Mac).
export type Hotkey = {
  keys: string;
  // What it does, for the table that `?` shows.
  title: string;
  run: (event: KeyboardEvent) => void;
  // Plain keys are left to a field that has the focus; combinations with mod, alt or F-keys are not.
  enabled?: boolean;
};

type Group = { title: string; hotkeys: Hotkey[] };

const groups = new Set<{ current: Group }>();
const listeners = new Set<() => void>();
let snapshot: Group[] = [];

function publish() {
  snapshot = [...groups].map((group) => group.current);
  for (const listener of listeners) listener();
}

// Letters and digits by place on the keyboard: Ctrl+K must work in the Russian layout too.
function codeOf(key: string) {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  if (key === '/') return 'Slash';
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return undefined;
}

export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  if (wants('mod') !== (event.ctrlKey || event.metaKey)) return false;
  if (wants('alt') !== event.altKey) return false;
  // Shift makes the question mark itself.
  if (key !== '?' && wants('shift') !== event.shiftKey) return false;
  const code = codeOf(key);
  return code
    ? event.code === code || event.code === code.replace('Digit', 'Numpad')
    : event.key === key;
}

function isField(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

// What has the focus may need the key itself; a mark or a choice takes no letters and signs.
function mayNeed(target: EventTarget | null, key: string) {
  const isMark = target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type);
  return isField(target) && !(isMark && key.length === 1);
}

function isPlain(keys: string) {
  return !/^(mod|alt)\+|^(shift\+)?F\d+$/.test(keys);
}

function isBlocked(hotkey: Hotkey, event: KeyboardEvent) {
  if (hotkey.enabled === false || event.defaultPrevented) return true;
  if (isPlain(hotkey.keys) && mayNeed(event.target, hotkey.keys)) return true;
  // A dialog over the page takes the keys, except those that begin inside it.
  const dialog = document.querySelector('[role="dialog"][aria-modal="true"]');
  return dialog !== null;
}

// What came to the screen later knows better: a dialog's Ctrl+S, not the page's behind it.
function isTakenLater(holder: { current: Group }, event: KeyboardEvent) {
  const all = [...groups];
  return all
    .slice(all.indexOf(holder) + 1)
    .some(({ current }) =>
      current.hotkeys.some((one) => matches(one.keys, event) && !isBlocked(one, event)),
    );
}

// Listens while the component is on the screen and lists the keys in the help.
export function useHotkeys(title: string, hotkeys: Hotkey[]) {
  const group = useRef<Group>({ title, hotkeys });
  const described = hotkeys.map((hotkey) => `${hotkey.keys} ${hotkey.title}`).join('\n');

  useEffect(() => {
    group.current = { title, hotkeys };
  });

  useEffect(() => {
    const holder = group;
    const find = (event: KeyboardEvent, plain: boolean) => {
      const hotkey = holder.current.hotkeys.find(
        (candidate) =>
          isPlain(candidate.keys) === plain &&
          matches(candidate.keys, event) &&
          !isBlocked(candidate, event),
      );
      return isTakenLater(holder, event) ? undefined : hotkey;
    };
    const onPlain = (event: KeyboardEvent) => {
      const hotkey = find(event, true);
      if (!hotkey) return;
      event.preventDefault();
      hotkey.run(event);
    };
    // A combination is nobody else's: Ctrl+Enter in a list to choose from must not open it as well.
    const onChord = (event: KeyboardEvent) => {
      const hotkey = find(event, false);
      if (!hotkey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      hotkey.run(event);
    };
    groups.add(holder);
    window.addEventListener('keydown', onPlain);
    window.addEventListener('keydown', onChord, true);
    return () => {
      groups.delete(holder);
      window.removeEventListener('keydown', onPlain);
      window.removeEventListener('keydown', onChord, true);
      publish();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the help changes only with the words
  useEffect(publish, [title, described]);
}

export function useHotkeyGroups(): Group[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

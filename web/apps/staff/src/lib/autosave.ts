// SPDX-License-Identifier: Apache-2.0
import { hasCode, NetworkError } from '@okno/api/problem';
import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState =
  | { kind: 'saved'; at?: Date }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'changed' };

type Versioned = { version: number };

type AutosaveOptions<Part> = {
  // Where unsaved text lies in this browser.
  storageKey: string;
  version: number;
  // `part` on top of what waits already.
  merge: (before: Part, part: Part) => Part;
  // To the server, on top of the version the person has seen.
  send: (part: Part, version: number) => Promise<Versioned>;
  // Someone else changed it: their state, freshly read.
  reload: () => Promise<Versioned>;
};

const pauseMs = 600;
const retryMs = 4000;

// Saves as typed: what changed waits for a pause, goes out one request at a time, and lies in this browser until the
// server has it, so that a reload or a lost network loses nothing.
export function useAutosave<Part extends object>(options: AutosaveOptions<Part>) {
  const { storageKey } = options;
  const latest = useRef(options);
  const unsaved = useRef<Part>(stored<Part>(storageKey));
  const version = useRef(options.version);
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<((saved: boolean) => void)[]>([]);
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  version.current = Math.max(version.current, options.version);
  useEffect(() => {
    latest.current = options;
  });

  const settle = useCallback((saved: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(saved);
  }, []);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) return;
    if (isEmpty(unsaved.current)) return settle(true);
    running.current = true;
    const sent = unsaved.current;
    unsaved.current = {} as Part;
    setState({ kind: 'saving' });
    try {
      version.current = (await latest.current.send(sent, version.current)).version;
      remember(storageKey, unsaved.current);
      setState({ kind: 'saved', at: new Date() });
      running.current = false;
      if (isEmpty(unsaved.current)) settle(true);
      else await save();
    } catch (error) {
      running.current = false;
      unsaved.current = latest.current.merge(sent, unsaved.current);
      settle(false);
      if (error instanceof NetworkError) {
        setState({ kind: 'offline' });
        timer.current = setTimeout(() => void save(), retryMs);
      } else if (hasCode(error, 'request.stale')) {
        // Their state is shown, what was typed here is kept and sent on top of it.
        setState({ kind: 'changed' });
        version.current = (await latest.current.reload()).version;
        timer.current = setTimeout(() => void save(), pauseMs);
      } else {
        setState({ kind: 'refused', error });
      }
    }
  }, [storageKey, settle]);

  const change = useCallback(
    (part: Part) => {
      unsaved.current = latest.current.merge(unsaved.current, part);
      remember(storageKey, unsaved.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [storageKey, save],
  );

  // Everything typed is at the server: true; false when it could not be brought there.
  const flush = useCallback((): Promise<boolean> => {
    if (isEmpty(unsaved.current) && !running.current) return Promise.resolve(true);
    return new Promise((resolve) => {
      waiting.current.push(resolve);
      void save();
    });
  }, [save]);

  useEffect(() => {
    if (!isEmpty(unsaved.current)) void save();
    return () => clearTimeout(timer.current);
  }, [save]);

  return { state, change, flush, initial: unsaved.current };
}

function stored<Part extends object>(key: string): Part {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? {};
  } catch {
    return {} as Part;
  }
}

function isEmpty(part: object) {
  return Object.keys(part).length === 0;
}

function remember(key: string, part: object) {
  if (isEmpty(part)) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(part));
}

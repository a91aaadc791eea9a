// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Schemas, take } from '@okno/api';
import { hasCode, NetworkError } from '@okno/api/problem';
import type { Data } from '@okno/forms-core/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Application, applicationQuery } from './queries.ts';

export type Mark = Schemas['ChecklistMark'];
// What was typed and the server does not have yet.
export type Unsaved = {
  form?: Data;
  marks?: Mark[];
  consent?: boolean;
  representative?: Schemas['Representative'];
};

export type SaveState =
  | { kind: 'saved'; at?: Date }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'changed' };

const pauseMs = 600;
const retryMs = 4000;
const storageKey = (id: string) => `okno.draft.${id}`;

function stored(id: string): Unsaved | undefined {
  try {
    return JSON.parse(localStorage.getItem(storageKey(id)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function merge(before: Unsaved, part: Unsaved): Unsaved {
  const marks = new Map(
    [...(before.marks ?? []), ...(part.marks ?? [])].map((mark) => [mark.item, mark]),
  );
  return { ...before, ...part, ...(marks.size > 0 ? { marks: [...marks.values()] } : {}) };
}

function isEmpty(unsaved: Unsaved) {
  return Object.keys(unsaved).length === 0;
}

// Saves as typed: what changed waits for a pause, goes out one request at a time, and lies in this browser until the
// server has it, so that a reload or a lost network loses nothing.
export function useDraft(application: Application) {
  const { id } = application;
  const queries = useQueryClient();
  const unsaved = useRef<Unsaved>(stored(id) ?? {});
  const version = useRef(application.version);
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<((saved: boolean) => void)[]>([]);
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  version.current = Math.max(version.current, application.version);

  const settle = useCallback((saved: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(saved);
  }, []);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) return;
    if (isEmpty(unsaved.current)) return settle(true);
    running.current = true;
    const sent = unsaved.current;
    unsaved.current = {};
    setState({ kind: 'saving' });
    try {
      const answer: Application = await take(
        api.PUT('/api/v1/applications/{id}/draft', {
          params: { path: { id }, header: { 'If-Match': ifMatch(version.current) } },
          body: sent as never,
        }),
      );
      version.current = answer.version;
      queries.setQueryData(applicationQuery(id).queryKey, answer);
      remember(id, unsaved.current);
      setState({ kind: 'saved', at: new Date() });
      running.current = false;
      if (isEmpty(unsaved.current)) settle(true);
      else await save();
    } catch (error) {
      running.current = false;
      unsaved.current = merge(sent, unsaved.current);
      settle(false);
      if (error instanceof NetworkError) {
        setState({ kind: 'offline' });
        timer.current = setTimeout(() => void save(), retryMs);
      } else if (hasCode(error, 'request.stale')) {
        // Someone else changed the case: their state is shown, what was typed here is kept and sent on top of it.
        setState({ kind: 'changed' });
        const newer = await queries.fetchQuery({ ...applicationQuery(id), staleTime: 0 });
        version.current = newer.version;
        timer.current = setTimeout(() => void save(), pauseMs);
      } else {
        setState({ kind: 'refused', error });
      }
    }
  }, [id, queries, settle]);

  const change = useCallback(
    (part: Unsaved) => {
      unsaved.current = merge(unsaved.current, part);
      remember(id, unsaved.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [id, save],
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

function remember(id: string, unsaved: Unsaved) {
  if (isEmpty(unsaved)) localStorage.removeItem(storageKey(id));
  else localStorage.setItem(storageKey(id), JSON.stringify(unsaved));
}

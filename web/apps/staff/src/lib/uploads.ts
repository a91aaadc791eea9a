// SPDX-License-Identifier: Apache-2.0
import { newIdempotencyKey } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import { useCallback, useEffect, useRef, useState } from 'react';
import { recall, remember } from './kept-input.ts';
import {
  type FileLimits,
  FileTooLargeError,
  WrongFileKindError,
  whyRefused,
} from './refused-file.ts';

export type UploadContext = {
  signal: AbortSignal;
  // Stays the same when the same file is sent again after a failure.
  idempotencyKey: string;
  onProgress: (share: number) => void;
};

// Sends one file to its place; rejects with what ProblemAlert understands.
export type UploadFile = (file: File, context: UploadContext) => Promise<unknown>;

// A file refused for what it is will be refused again; a lost connection may have passed.
export function maySucceedAgain(error: unknown) {
  if (isRefusedHere(error)) return false;
  return !(error instanceof ProblemError && error.problem.code.startsWith('file.'));
}

function isRefusedHere(error: unknown) {
  return error instanceof FileTooLargeError || error instanceof WrongFileKindError;
}

export type Upload = {
  key: string;
  file: File;
  share: number;
  error?: unknown;
};

type UploadOptions = FileLimits & {
  // One place for several files: what a lost connection kept from it does not make room for the next ones.
  multiple?: boolean;
  // What failed under this name is there again when the person comes back to the place.
  keepAs?: string;
};

function keptName(place: string) {
  return `upload.${place}`;
}

function keepFailed(place: string, upload: Upload) {
  const others = recall<Upload[]>(keptName(place))?.filter(({ key }) => key !== upload.key) ?? [];
  remember(keptName(place), [...others, upload]);
}

// The queue of one drop area: one file at a time, in the order they were given.
export function useUploads(
  send: UploadFile,
  { accept, maxBytes, keepAs, multiple }: UploadOptions,
) {
  const [uploads, setUploads] = useState<Upload[]>(
    () => (keepAs && recall<Upload[]>(keptName(keepAs))) || [],
  );
  useEffect(() => {
    if (!keepAs) return;
    const failed = uploads.filter(({ error }) => error !== undefined);
    remember(keptName(keepAs), failed);
  }, [keepAs, uploads]);
  const running = useRef(new Map<string, AbortController>());
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((list) => list.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }, []);
  const dismiss = useCallback((key: string) => {
    setUploads((list) => list.filter((item) => item.key !== key));
  }, []);

  const start = useCallback(
    (key: string, file: File) => {
      const abort = new AbortController();
      running.current.set(key, abort);
      last.current = last.current.then(async () => {
        try {
          abort.signal.throwIfAborted();
          await send(file, {
            signal: abort.signal,
            idempotencyKey: key,
            onProgress: (share) => change(key, { share }),
          });
          dismiss(key);
        } catch (error) {
          if (abort.signal.aborted) dismiss(key);
          else {
            change(key, { error });
            // The place may have been left meanwhile, and hears of no change any more.
            if (keepAs) keepFailed(keepAs, { key, file, share: 0, error });
          }
        } finally {
          running.current.delete(key);
        }
      });
    },
    [send, change, dismiss, keepAs],
  );

  const add = useCallback(
    (files: File[]) => {
      // What failed before is answered by the new choice.
      setUploads((list) =>
        list.filter(({ error }) => error === undefined || (multiple && maySucceedAgain(error))),
      );
      for (const file of files) {
        const key = newIdempotencyKey();
        const error = whyRefused(file, { accept, maxBytes });
        setUploads((list) => [...list, { key, file, share: 0, error }]);
        if (!error) start(key, file);
      }
    },
    [start, accept, maxBytes, multiple],
  );

  const cancel = useCallback((key: string) => running.current.get(key)?.abort(), []);
  const repeat = useCallback(
    (key: string) => {
      const item = uploads.find((candidate) => candidate.key === key);
      if (!item || isRefusedHere(item.error)) return;
      change(key, { error: undefined, share: 0 });
      start(key, item.file);
    },
    [uploads, change, start],
  );

  return { uploads, add, cancel, dismiss, repeat };
}

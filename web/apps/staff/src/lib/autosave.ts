// SPDX-License-Identifier: Apache-2.0

import { hasCode, NetworkError, ProblemError } from '@okno/api/problem';
import { same } from '@okno/forms-core/same';
import { useCallback, useEffect, useRef, useState } from 'react';
import { onSavedElsewhere, tellSaved } from './saved-news.ts';
import { useSession } from './session.ts';
import { keepUnsaved, readUnsaved, unsavedKey } from './unsaved-text.ts';

export type SaveState =
  | { kind: 'saved'; at?: Date }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'changed' };

export type Saving = {
  state: SaveState;
  // Somebody else changed the same: take theirs and lose what was typed here, or save it over theirs.
  takeTheirs: () => void;
  keepMine: () => void;
};

// What the person has to choose between: the text typed here and the newest that is known of the server.
export type Clash<Part, Current> = { mine: Part; theirs: Current };

type Versioned = { version: number };

type AutosaveOptions<Part, Current> = {
  // Of what is edited, among all of the user's: "inquiry.<id>".
  name: string;
  // As the server has it, as far as the page knows.
  current: Current;
  // What of it is edited here.
  partOf: (current: Current) => Part;
  // What of either is edited piece by piece, each by its name: two people's clash only at the same piece.
  piecesOf?: (of: Part | Current) => Record<string, object>;
  // `part` on top of what waits already.
  merge: (before: Part, part: Part) => Part;
  // What was typed on `base`, put on top of `theirs`: what only they have changed stays theirs.
  rebase?: (mine: Part, base: Part, theirs: Part) => Part;
  // To the server, on top of the version the person has seen.
  send: (part: Part, version: number) => Promise<Current>;
  // The server's state, freshly read.
  reload: () => Promise<Current>;
};

const pauseMs = 600;
const retryMs = 4000;

// Saves as typed: what changed waits for a pause and goes out one request at a time. Nobody's edits are lost unseen:
// when somebody else changes the same, theirs is shown if nothing waits here, else saving stops and the person chooses.
export function useAutosave<Part extends object, Current extends Versioned>(
  options: AutosaveOptions<Part, Current>,
) {
  const key = unsavedKey(useSession().user.id, options.name);
  const [stored] = useState(() => readUnsaved<Part>(key));
  const latest = useRef(options);
  const unsaved = useRef<Part>(stored?.part ?? ({} as Part));
  const underWay = useRef({} as Part);
  // What the page shows and the typed text stands on; and the newest that is known of the server.
  const seen = useRef(options.current);
  const server = useRef(options.current);
  const running = useRef(false);
  const stopped = useRef(false);
  // The person has chosen their own text: what else comes from the others meanwhile does not ask again.
  const insists = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<((saved: boolean) => void)[]>([]);
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  // Rises whenever the page has to show the server's state anew.
  const [revision, setRevision] = useState(0);

  const settle = useCallback((saved: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(saved);
  }, []);
  const remember = useCallback(
    (part: Part) => {
      unsaved.current = part;
      const all = latest.current.merge(underWay.current, part);
      keepUnsaved(key, { version: seen.current.version, part: all });
    },
    [key],
  );
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    stopped.current = true;
    setState({ kind: 'changed' });
    settle(false);
  }, [settle]);

  // What was typed here goes on top of what the others have made of it.
  const rebase = useCallback(() => {
    const { partOf, rebase: onTop } = latest.current;
    const [base, theirs] = [partOf(seen.current), partOf(server.current)];
    seen.current = server.current;
    remember(onTop ? onTop(unsaved.current, base, theirs) : unsaved.current);
    setRevision((known) => known + 1);
  }, [remember]);

  // Somebody else's newer state. False when it clashes with what was typed here.
  const meet = useCallback((): boolean => {
    const { partOf, piecesOf = nothing } = latest.current;
    const [before, now] = [partOf(seen.current), partOf(server.current)];
    const pieces = [unsaved.current, seen.current, server.current].map((of) => piecesOf(of));
    if (clashes(unsaved.current, before, now) || clashes(...(pieces as [object, object, object])))
      return false;
    seen.current = server.current;
    if (isEmpty(unsaved.current) && !same(before, now)) setRevision((known) => known + 1);
    return true;
  }, []);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) return;
    if (stopped.current) return settle(false);
    if (isEmpty(unsaved.current)) return settle(true);
    running.current = true;
    const sent = unsaved.current;
    underWay.current = sent;
    unsaved.current = {} as Part;
    setState({ kind: 'saving' });
    try {
      const answer = await latest.current.send(sent, seen.current.version);
      running.current = false;
      underWay.current = {} as Part;
      insists.current = false;
      seen.current = answer;
      server.current = newer(server.current, answer);
      remember(unsaved.current);
      setState({ kind: 'saved', at: new Date() });
      tellSaved(key, answer.version);
      if (server.current !== answer && !meet()) return stop();
      if (isEmpty(unsaved.current)) settle(true);
      else await save();
    } catch (error) {
      running.current = false;
      underWay.current = {} as Part;
      unsaved.current = latest.current.merge(sent, unsaved.current);
      settle(false);
      if (error instanceof NetworkError) {
        setState({ kind: 'offline' });
        timer.current = setTimeout(() => void save(), retryMs);
      } else if (hasCode(error, 'request.stale')) {
        server.current = newer(server.current, await latest.current.reload());
        if (insists.current) rebase();
        else if (!meet()) return stop();
        timer.current = setTimeout(() => void save(), pauseMs);
      } else {
        if (isLost(error)) remember({} as Part);
        setState({ kind: 'refused', error });
      }
    }
  }, [key, remember, rebase, settle, stop, meet]);

  useEffect(
    () =>
      onSavedElsewhere(key, (version) => {
        // What can not be read now is learnt with the next save.
        if (version > server.current.version) latest.current.reload().catch(() => undefined);
      }),
    [key],
  );

  const change = useCallback(
    (part: Part) => {
      remember(latest.current.merge(unsaved.current, part));
      clearTimeout(timer.current);
      if (!stopped.current) timer.current = setTimeout(() => void save(), pauseMs);
    },
    [remember, save],
  );

  // Everything typed is at the server: true; false when it could not be brought there.
  const flush = useCallback((): Promise<boolean> => {
    if (isEmpty(unsaved.current) && !running.current) return Promise.resolve(true);
    return new Promise((resolve) => {
      waiting.current.push(resolve);
      void save();
    });
  }, [save]);

  const takeTheirs = useCallback(() => {
    stopped.current = false;
    seen.current = server.current;
    remember({} as Part);
    setState({ kind: 'saved' });
    setRevision((known) => known + 1);
  }, [remember]);

  const keepMine = useCallback(() => {
    stopped.current = false;
    insists.current = true;
    rebase();
    void save();
  }, [rebase, save]);

  useEffect(() => {
    latest.current = options;
    server.current = newer(server.current, options.current);
    // While a text is under way the answer says whose change it is.
    if (
      running.current ||
      stopped.current ||
      insists.current ||
      server.current.version <= seen.current.version
    )
      return;
    if (!meet()) stop();
  });

  useEffect(() => {
    // Text of an older version is nobody's to send: the person has to see what has become of it.
    const { current, partOf, piecesOf = nothing } = latest.current;
    const known = partOf(current);
    const old = stored !== undefined && stored.version !== current.version;
    const isOfToday = (mine: object, now: object) => same(pick(mine, now), pick(now, mine));
    if (
      old &&
      !(isOfToday(stored.part, known) && isOfToday(piecesOf(stored.part), piecesOf(current)))
    ) {
      stop();
    } else {
      // The answer of the last page was lost: the text is at the server. What stands for itself goes out once more.
      if (old) remember(without(stored.part, known));
      if (!isEmpty(unsaved.current)) void save();
    }
    return () => clearTimeout(timer.current);
  }, [stored, remember, save, stop]);

  // Of what the page shows; a step taken with it never covers what the person has not seen.
  const version = () => seen.current.version;
  // On its way to the server, or still here.
  const waits = () => options.merge(underWay.current, unsaved.current);
  const clash: Clash<Part, Current> | undefined =
    state.kind === 'changed'
      ? { mine: unsaved.current, theirs: newer(server.current, options.current) }
      : undefined;
  return {
    state,
    revision,
    change,
    flush,
    version,
    takeTheirs,
    keepMine,
    clash,
    waits,
    // What a page that begins anew has to show over the server's state.
    initial: waits(),
  };
}

function newer<Current extends Versioned>(one: Current, other: Current): Current {
  return other.version > one.version ? other : one;
}

function isEmpty(part: object) {
  return Object.keys(part).length === 0;
}

// The members that `like` has not.
function without<Part extends object>(part: Part, like: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([name]) => !(name in like))) as Part;
}

// The members that `like` has.
function pick<Part extends object>(part: Part, like: Part): Part {
  return Object.fromEntries(
    Object.keys(like).map((name) => [name, part[name as keyof Part]]),
  ) as Part;
}

function nothing() {
  return {};
}

function clashes<Part extends object>(unsaved: Part, before: Part, now: Part) {
  return (Object.keys(unsaved) as (keyof Part)[]).some(
    (name) => !same(now[name], before[name]) && !same(now[name], unsaved[name]),
  );
}

// There is nothing any more that the text could be saved to.
function isLost(error: unknown) {
  return error instanceof ProblemError && /\.(not_found|not_editable)$/.test(error.code);
}

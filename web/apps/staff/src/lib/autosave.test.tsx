// SPDX-License-Identifier: Apache-2.0
import { NetworkError, ProblemError } from '@okno/api/problem';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { useAutosave } from './autosave.ts';
import { sessionQuery } from './session.ts';
import { forgetAllUnsaved, readUnsaved } from './unsaved-text.ts';

type Part = {
  text?: string;
  note?: string;
  form?: object;
  marks?: string[];
  pieces?: Record<string, object>;
};
type Paper = Part & { version: number; text: string };

const key = 'okno.unsaved.u1.paper.1';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

// A paper at the server, which refuses what stands on an old version.
function serverOf(first: Paper) {
  const server = {
    paper: first,
    sent: [] as Part[],
    read: 0,
    fail: undefined as Error | undefined,
    change: (part: Part) => {
      server.paper = { ...server.paper, ...part, version: server.paper.version + 1 };
      return server.paper;
    },
    send: async (part: Part, version: number) => {
      if (server.fail) throw server.fail;
      if (version !== server.paper.version) throw refusal('request.stale', 412);
      server.sent.push(part);
      return server.change(part);
    },
  };
  return server;
}

function refusal(code: string, status: number) {
  return new ProblemError({ title: 'Нет', status, code });
}

function open(server: ReturnType<typeof serverOf>, user = 'u1') {
  const queries = new QueryClient();
  const session = sessionWith([]);
  queries.setQueryData(sessionQuery.queryKey, { ...session, user: { ...session.user, id: user } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(
    ({ current }: { current: Paper }) =>
      useAutosave<Part, Paper>({
        name: 'paper.1',
        current,
        partOf: ({ text, note, form }) => ({ text, note, form }),
        piecesOf: ({ pieces = {} }) => pieces,
        merge: (before, part) => ({ ...before, ...part }),
        rebase: (mine, base, theirs) =>
          mine.note === base.note ? { ...mine, note: theirs.note } : mine,
        send: server.send,
        reload: async () => {
          server.read += 1;
          return server.paper;
        },
      }),
    { wrapper, initialProps: { current: server.paper } },
  );
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it('saves what is typed after a pause and keeps nothing of it here', async () => {
  const server = serverOf({ version: 1, text: '' });
  const { result } = open(server);
  act(() => result.current.change({ text: 'a' }));
  expect(readUnsaved(key)).toEqual({ version: 1, part: { text: 'a' } });
  await pass(1000);
  expect(server.sent).toEqual([{ text: 'a' }]);
  expect(result.current.state.kind).toBe('saved');
  expect(result.current.version()).toBe(2);
  expect(localStorage.length).toBe(0);
});

it('shows what somebody else has changed while nothing waits here', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  const { result, rerender } = open(server);
  rerender({ current: server.change({ text: 'theirs' }) });
  await waitFor(() => expect(result.current.revision).toBe(1));
  expect(result.current.version()).toBe(2);
});

it('asks for what another window of this browser has saved', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  const { rerender, result } = open(server);
  const heard = (name: string, version: number) =>
    window.dispatchEvent(
      new StorageEvent('storage', {
        key: 'okno.saved',
        newValue: JSON.stringify({ name, version }),
      }),
    );
  server.change({ text: 'theirs' });
  heard('okno.unsaved.u1.paper.2', 9);
  heard(key, 1);
  await pass(100);
  expect(server.read).toBe(0);
  heard(key, 2);
  await pass(100);
  expect(server.read).toBe(1);
  rerender({ current: server.paper });
  await waitFor(() => expect(result.current.revision).toBe(1));
});

it('does not cover what somebody else has changed: it stops and asks', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  const { result, rerender } = open(server);
  act(() => result.current.change({ text: 'mine' }));
  rerender({ current: server.change({ text: 'theirs' }) });
  await pass(5000);
  expect(result.current.state.kind).toBe('changed');
  expect(server.sent).toEqual([]);
  await expect(result.current.flush()).resolves.toBe(false);

  act(() => result.current.keepMine());
  await pass(1000);
  expect(server.paper).toMatchObject({ text: 'mine', version: 3 });
});

it('saves mine at the first wish although the other went on, and leaves theirs what I did not touch', async () => {
  const server = serverOf({ version: 1, text: 'old', note: 'old' });
  const { result } = open(server);
  server.change({ text: 'theirs' });
  act(() => result.current.change({ text: 'mine', note: 'old' }));
  await pass(1000);
  expect(result.current.clash).toMatchObject({
    mine: { text: 'mine' },
    theirs: { text: 'theirs' },
  });

  server.change({ text: 'theirs again', note: 'theirs too' });
  act(() => result.current.keepMine());
  expect(result.current.revision).toBe(1);
  expect(result.current.initial).toMatchObject({ text: 'mine' });
  await pass(3000);
  expect(result.current.state.kind).toBe('saved');
  expect(result.current.clash).toBeUndefined();
  expect(server.paper).toEqual({ version: 4, text: 'mine', note: 'theirs too' });
});

it('asks as well when only the refusal tells of the other change, and takes theirs', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  const { result, rerender } = open(server);
  server.change({ text: 'theirs' });
  act(() => result.current.change({ text: 'mine' }));
  await pass(1000);
  rerender({ current: server.paper });
  expect(result.current.state.kind).toBe('changed');

  act(() => result.current.takeTheirs());
  await pass(5000);
  expect(result.current.revision).toBe(1);
  expect(result.current.initial).toEqual({});
  expect(server.paper).toEqual({ version: 2, text: 'theirs' });
  expect(localStorage.length).toBe(0);
});

it('goes on by itself when the other change is of something else', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  const { result } = open(server);
  server.change({ note: 'theirs' });
  act(() => result.current.change({ text: 'mine' }));
  await pass(3000);
  expect(server.paper).toEqual({ version: 3, text: 'mine', note: 'theirs' });
});

it.each([
  ['another piece', { b: { n: 2 } }, 'saved'],
  ['the same piece otherwise', { a: { n: 2 } }, 'changed'],
  ['the same piece alike', { a: { n: 1 } }, 'saved'],
])('goes on or asks when the other change is of %s', async (_, theirs, state) => {
  const server = serverOf({ version: 1, text: '', pieces: { a: { n: 0 }, b: { n: 0 } } });
  const { result } = open(server);
  server.change({ pieces: { a: { n: 0 }, b: { n: 0 }, ...theirs } });
  act(() => result.current.change({ pieces: { a: { n: 1 } } }));
  await pass(3000);
  expect(result.current.state.kind).toBe(state);
});

it.each([
  ['alike', 1, 'saved'],
  ['otherwise', 2, 'changed'],
])('asks after a reload about a piece that is %s meanwhile', async (_, n, state) => {
  const server = serverOf({ version: 3, text: '', pieces: { a: { n }, b: { n: 9 } } });
  localStorage.setItem(key, JSON.stringify({ version: 2, part: { pieces: { a: { n: 1 } } } }));
  const { result } = open(server);
  await pass(1000);
  expect(result.current.state.kind).toBe(state);
});

it('knows its own text when only the answer was lost', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  const { result } = open(server);
  server.fail = new NetworkError();
  act(() => result.current.change({ text: 'mine' }));
  await pass(1000);
  expect(result.current.state.kind).toBe('offline');
  server.fail = undefined;
  server.change({ text: 'mine' });
  await pass(10_000);
  expect(result.current.state.kind).toBe('saved');
  expect(server.paper.text).toBe('mine');
});

it('sends after a reload what was typed on the same version, on an older one it asks', async () => {
  const server = serverOf({ version: 3, text: 'old' });
  localStorage.setItem(key, JSON.stringify({ version: 3, part: { text: 'mine' } }));
  open(server).unmount();
  await pass(1000);
  expect(server.sent).toEqual([{ text: 'mine' }]);

  localStorage.setItem(key, JSON.stringify({ version: 2, part: { text: 'older' } }));
  const { result } = open(server);
  await pass(10_000);
  expect(result.current.state.kind).toBe('changed');
  expect(result.current.initial).toEqual({ text: 'older' });
  expect(server.sent).toHaveLength(1);
});

it('knows after a reload the text whose answer the last page did not live to see', async () => {
  const server = serverOf({ version: 3, text: '', form: { area: 5, members: [{ a: 1, b: 2 }] } });
  const part = { form: { members: [{ b: 2, a: 1 }], area: 5 }, marks: ['photo'] };
  localStorage.setItem(key, JSON.stringify({ version: 2, part }));
  const { result } = open(server);
  await pass(1000);
  expect(result.current.state.kind).toBe('saved');
  // What the server does not tell back goes out once more; twice is no harm.
  expect(server.sent).toEqual([{ marks: ['photo'] }]);
});

it('keeps each user apart, and nothing after signing out', async () => {
  const server = serverOf({ version: 1, text: 'old' });
  server.fail = new NetworkError();
  const { result, unmount } = open(server);
  act(() => result.current.change({ text: 'mine' }));
  unmount();
  expect(open(server, 'u2').result.current.initial).toEqual({});
  expect(localStorage.length).toBe(1);
  forgetAllUnsaved();
  expect(localStorage.length).toBe(0);
});

it.each([
  ['inquiries.not_editable', 409],
  ['inquiries.not_found', 404],
])('drops the text when there is nothing to save it to: %s', async (code, status) => {
  const server = serverOf({ version: 1, text: 'old' });
  server.fail = refusal(code, status);
  const { result } = open(server);
  act(() => result.current.change({ text: 'mine' }));
  await pass(1000);
  expect(result.current.state.kind).toBe('refused');
  expect(localStorage.length).toBe(0);
});

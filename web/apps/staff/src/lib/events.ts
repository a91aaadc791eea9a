// SPDX-License-Identifier: Apache-2.0
import { asRefresh } from '@okno/api/transport';
import { type InvalidateQueryFilters, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { sessionQuery } from './session.ts';
import { doubtSession } from './session-news.ts';

// `refused`: the server answers, but keeps no stream for this page (too busy, or too many pages are open).
export type Connection = 'connecting' | 'live' | 'lost' | 'refused';

// Which cached answers an event makes stale. Keys begin with the word of the resource.
const stale: Record<string, QueryKey[]> = {
  application_changed: [
    ['applications'],
    ['application-counts'],
    ['application'],
    ['application-state'],
    ['packages', 'waiting'],
  ],
  registration_changed: [['registrations'], ['registration-counts'], ['registration']],
  call_list_changed: [['calls']],
  inquiry_changed: [['inquiries'], ['inquiry']],
  packages_changed: [
    ['packages', 'list'],
    ['packages', 'waiting'],
    ['packages', 'holders'],
    ['courier-runs'],
  ],
  courier_runs_changed: [['courier-runs']],
  smev_message_changed: [['smev-messages'], ['smev-connections']],
};

type Told = { id?: string; version?: number };

// What an event says of one thing alone: of what is typed into a filed case only those hear who have it open, and a package
// has hundreds of cases, so that its page is asked for again when it or one of them has changed, not any, and not by who has
// changed it and has the answer.
const staleOf: Record<string, (told: Told) => InvalidateQueryFilters[]> = {
  application_edited: ({ id }) => [{ queryKey: ['application', id] }],
  package_filled: ({ id }) => [{ queryKey: ['packages', 'one', id] }],
  packages_changed: ({ id, version }) => [
    { queryKey: ['packages', 'one', id], predicate: ({ state }) => isOlder(state.data, version) },
  ],
  application_changed: ({ id }) => [
    { queryKey: ['packages', 'one'], predicate: ({ state }) => holds(state.data, id) },
  ],
};

function holds(shown: unknown, id: string | undefined) {
  const items = (shown as { items?: { application_id?: string }[] } | undefined)?.items ?? [];
  return id === undefined || items.some((item) => item.application_id === id);
}

function isOlder(shown: unknown, version = Number.POSITIVE_INFINITY) {
  const known = (shown as { version?: number } | undefined)?.version ?? 0;
  return known < version;
}

function toldBy(event: Event): Told {
  const { data } = event as MessageEvent<string | undefined>;
  return data ? (JSON.parse(data) as Told) : {};
}

const listeners = new Set<() => void>();
let connection: Connection = 'connecting';

function setConnection(next: Connection) {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

const gatherMs = 300;
const firstRetryMs = 2000;
const longestRetryMs = 30_000;
// A page nobody looks at lets go of its stream: a browser has six connections to a server, for all its tabs.
const hiddenMs = 10_000;

type LiveOptions = {
  onStale: (stale: InvalidateQueryFilters[]) => void;
  onAgain: () => void;
  onRefused: () => void;
};

// Pages that lost the server together do not come back together.
function scattered(ms: number) {
  return ms * (0.75 + Math.random() / 2);
}

// Keeps one event stream open and opens it again when it breaks; returns how to stop.
// Events that come in a burst are gathered, so that a mass change asks the server once.
export function openEvents({ onStale, onAgain, onRefused }: LiveOptions): () => void {
  let source: EventSource | undefined;
  let waiting = new Map<string, InvalidateQueryFilters>();
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  let retryMs = firstRetryMs;

  const flush = () => {
    gatherTimer = undefined;
    const gathered = [...waiting.values()];
    waiting = new Map();
    onStale(gathered);
  };
  const connect = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      setConnection('live');
      // What happened meanwhile was not heard.
      if (wasLost) onAgain();
      wasLost = false;
      retryMs = firstRetryMs;
    };
    source.onerror = () => {
      wasLost = true;
      // The browser gives up after an answer that is not a stream: 429, 503, a gateway's 502, an ended session.
      const refused = source?.readyState === EventSource.CLOSED;
      setConnection(refused ? 'refused' : 'lost');
      if (!refused) return;
      retryTimer = setTimeout(connect, scattered(retryMs));
      retryMs = Math.min(retryMs * 2, longestRetryMs);
      onRefused();
    };
    const gather = (filters: InvalidateQueryFilters[], id = '') => {
      for (const filter of filters)
        waiting.set(JSON.stringify([filter.queryKey, filter.predicate && id]), filter);
      gatherTimer ??= setTimeout(flush, gatherMs);
    };
    for (const [event, keys] of Object.entries(stale)) {
      source.addEventListener(event, () => gather(keys.map((queryKey) => ({ queryKey }))));
    }
    for (const [event, filtersOf] of Object.entries(staleOf)) {
      source.addEventListener(event, (news) => {
        const told = toldBy(news);
        gather(filtersOf(told), told.id);
      });
    }
  };

  // The browser knows of a lost network long before the stream does.
  const lose = () => setConnection('lost');
  const letGo = () => {
    clearTimeout(retryTimer);
    source?.close();
    source = undefined;
    wasLost = true;
  };
  const again = () => {
    letGo();
    if (!document.hidden) connect();
  };
  const look = () => {
    clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = setTimeout(letGo, hiddenMs);
    else if (!source) connect();
  };
  window.addEventListener('offline', lose);
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', look);
  connect();
  look();
  return () => {
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', again);
    document.removeEventListener('visibilitychange', look);
    clearTimeout(gatherTimer);
    clearTimeout(hiddenTimer);
    letGo();
    setConnection('connecting');
  };
}

// Whose page it is does not change by being read again.
export function isNoSession({ queryKey }: { queryKey: QueryKey }) {
  return queryKey[0] !== sessionQuery.queryKey[0];
}

export function useLiveUpdates() {
  const queries = useQueryClient();
  useEffect(
    () =>
      openEvents({
        onStale: (filters) => {
          asRefresh(() => {
            for (const filter of filters) void queries.invalidateQueries(filter);
          });
        },
        onAgain: () => {
          doubtSession();
          asRefresh(() => void queries.invalidateQueries({ predicate: isNoSession }));
        },
        onRefused: doubtSession,
      }),
    [queries],
  );
}

// SPDX-License-Identifier: Apache-2.0
import { asRefresh } from '@okno/api/transport';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

export type Connection = 'connecting' | 'live' | 'lost';

// Which cached answers an event makes stale. Keys begin with the word of the resource.
const stale: Record<string, QueryKey[]> = {
  application_changed: [
    ['applications'],
    ['application-counts'],
    ['application'],
    ['application-state'],
  ],
  registration_changed: [['registrations'], ['registration-counts'], ['registration']],
  call_list_changed: [['calls']],
  inquiry_changed: [['inquiries'], ['inquiry']],
  smev_message_changed: [['smev-messages'], ['smev-connections']],
};

// Of what is typed into a filed case only those hear who have it open.
const edited = 'application_edited';

function editedCase({ data }: MessageEvent<string>): QueryKey {
  return ['application', (JSON.parse(data) as { id: string }).id];
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

type LiveOptions = { onStale: (keys: QueryKey[]) => void; onAgain: () => void };

// Keeps one event stream open and opens it again when it breaks; returns how to stop.
// Events that come in a burst are gathered, so that a mass change asks the server once.
export function openEvents({ onStale, onAgain }: LiveOptions): () => void {
  let source: EventSource | undefined;
  let waiting: QueryKey[] = [];
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  let retryMs = firstRetryMs;

  const flush = () => {
    gatherTimer = undefined;
    const keys = waiting;
    waiting = [];
    onStale(keys);
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
      setConnection('lost');
      // The browser gives up after an answer that is not a stream (a gateway's 502, an ended session).
      if (source?.readyState !== EventSource.CLOSED) return;
      retryTimer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
    const gather = (keys: QueryKey[]) => {
      waiting.push(...keys);
      gatherTimer ??= setTimeout(flush, gatherMs);
    };
    for (const [event, keys] of Object.entries(stale)) {
      source.addEventListener(event, () => gather(keys));
    }
    source.addEventListener(edited, (event) => gather([editedCase(event)]));
  };

  // The browser knows of a lost network long before the stream does.
  const lose = () => setConnection('lost');
  const again = () => {
    clearTimeout(retryTimer);
    source?.close();
    wasLost = true;
    connect();
  };
  window.addEventListener('offline', lose);
  window.addEventListener('online', again);
  connect();
  return () => {
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', again);
    clearTimeout(gatherTimer);
    clearTimeout(retryTimer);
    source?.close();
    setConnection('connecting');
  };
}

export function useLiveUpdates() {
  const queries = useQueryClient();
  useEffect(
    () =>
      openEvents({
        onStale: (keys) => {
          asRefresh(() => {
            for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
          });
        },
        onAgain: () => asRefresh(() => void queries.invalidateQueries()),
      }),
    [queries],
  );
}

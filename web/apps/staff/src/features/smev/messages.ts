// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, type Schemas, take } from '@okno/api';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';

export type SmevMessage = Schemas['SmevMessage'];
type Query = NonNullable<Operations['listSmevMessages']['parameters']['query']>;
export type MessageFilters = Omit<Query, 'cursor' | 'limit'>;

export const messageStates: SmevMessage['state'][] = [
  'waiting',
  'sent',
  'accepted',
  'delivered',
  'failed',
  'received',
  'handled',
  'given_up',
  'dropped',
];
export const messageOperations: SmevMessage['operation'][] = [
  'request',
  'response',
  'status',
  'reject',
  'cancel',
];
export const envelopeVersions = ['1.1', '1.2', '1.3'] as const;

const pageSize = 100;

export function messagesQuery(filters: MessageFilters) {
  return infiniteQueryOptions({
    queryKey: ['smev-messages', filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/smev-messages', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
    // The bus is watched while somebody looks: deliveries have no events of their own.
    refetchInterval: 15_000,
  });
}

// The envelope the message came or went in, or another one of its envelopes.
export function xmlUrl(id: string, envelope?: string) {
  const message = `/api/v1/smev-messages/${id}`;
  return envelope ? `${message}/envelopes/${envelope}` : `${message}/xml`;
}

// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Operations, type Schemas, take } from '@okno/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

type Answer = Operations['listSmevConnections']['responses'][200]['content']['application/json'];
export type Connection = Answer['items'][number];
export type ConnectionSettings = Schemas['SmevConnectionSettings'];
export type ConnectionInput = Schemas['SmevConnectionInput'];

export const connectionsQuery = queryOptions({
  queryKey: ['smev-connections'],
  queryFn: () => take(api.GET('/api/v1/smev-connections')),
  refetchInterval: 15_000,
});

// Read once: what somebody else saves must not push aside what is being typed.
export function connectionQuery(id: string) {
  return queryOptions({
    queryKey: ['smev-connections', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/smev-connections/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

// A new connection when there was none; the key makes a repeated attempt the same one.
export function useSaveConnection(known: ConnectionSettings | undefined, idempotencyKey: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConnectionInput) =>
      known
        ? take(
            api.PUT('/api/v1/smev-connections/{id}', {
              params: {
                path: { id: known.id },
                header: { 'If-Match': ifMatch(known.revision) },
              },
              body,
            }),
          )
        : take(
            api.POST('/api/v1/smev-connections', {
              params: { header: { 'Idempotency-Key': idempotencyKey } },
              body,
            }),
          ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['smev-connections'] }),
  });
}

// What waits on the bus; only version 1.1 of the envelope can ask.
export function queuesQuery({ id, version }: Connection) {
  return queryOptions({
    queryKey: ['smev-connections', id, 'queues'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/smev-connections/{id}/queues', { params: { path: { id } }, signal })),
    enabled: version === '1.1',
    refetchInterval: 60_000,
  });
}

export function useCheckConnection(id: string) {
  return useMutation({
    mutationFn: () =>
      take(api.POST('/api/v1/smev-connections/{id}/checks', { params: { path: { id } } })),
  });
}

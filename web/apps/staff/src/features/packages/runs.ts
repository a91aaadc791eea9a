// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, newIdempotencyKey, type Schemas, take } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { firstPage, nextCursor } from '@/lib/pages.ts';
import { putVersion } from '@/lib/put-answer.ts';

export type RunLine = Schemas['CourierRunLine'];
export type Run = Schemas['CourierRun'];
export type RunState = RunLine['state'];
export type RunAction = Run['actions'][number];

const pageSize = 100;

export function runsQuery(open: boolean) {
  return infiniteQueryOptions({
    queryKey: ['courier-runs', 'list', open],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/courier-runs', {
          params: { query: { open: open || undefined, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['courier-runs', 'one', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/courier-runs/{id}', { params: { path: { id } }, signal })),
  });
}

export function useRunChanged() {
  const queries = useQueryClient();
  return useCallback(
    (run: Run) => {
      putVersion(queries, runQuery(run.id).queryKey, run);
      void queries.invalidateQueries({ queryKey: ['courier-runs', 'list'] });
      void queries.invalidateQueries({ queryKey: ['packages'] });
    },
    [queries],
  );
}

// With every ready package; who goes is as the last time.
export function useCreateRun() {
  const changed = useRunChanged();
  const key = useRef(newIdempotencyKey());
  const renew = () => {
    key.current = newIdempotencyKey();
  };
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/courier-runs', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: {},
        }),
      ),
    onSuccess: (run) => {
      renew();
      changed(run);
    },
    onError: (error) => error instanceof ProblemError && renew(),
  });
}

const paths = {
  dispatch: '/api/v1/courier-runs/{id}/dispatch',
  cancel: '/api/v1/courier-runs/{id}/cancellation',
} as const;

// On the version that the person has seen; refused because it had changed, the run is read again.
export function useRunStep({ id }: Run, step: keyof typeof paths) {
  const queries = useQueryClient();
  const changed = useRunChanged();
  return useMutation({
    mutationFn: (version: number) =>
      take(
        api.POST(paths[step], {
          params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
        }),
      ),
    onSuccess: changed,
    onError: () => void queries.invalidateQueries(runQuery(id)),
  });
}

export function openRouteSheet({ id }: { id: string }) {
  window.open(`/api/v1/courier-runs/${id}/print/route-sheet`, '_blank', 'noopener');
}

// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, type Schemas, take } from '@okno/api';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';

export type Call = Schemas['Call'];
type Query = NonNullable<Operations['listCalls']['parameters']['query']>;
export type CallFilters = Omit<Query, 'cursor' | 'limit'>;

const pageSize = 100;

export function callsQuery(filters: CallFilters) {
  return infiniteQueryOptions({
    queryKey: ['calls', filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/calls', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

// What the person has to name to be known as the applicant is told of one call only, the one that is
// made; the list does not have it.
export function callQuery(id: string) {
  return queryOptions({
    queryKey: ['call', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/calls/{id}', { params: { path: { id } }, signal })),
  });
}

// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';
import type { ListFilters } from './lists.ts';

export type ApplicationRow = Schemas['ApplicationRow'];

const pageSize = 100;

export function applicationsQuery(filters: ListFilters) {
  return infiniteQueryOptions({
    queryKey: ['applications', filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/applications', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

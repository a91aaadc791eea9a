// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, type Schemas, take } from '@okno/api';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';

export type RegistrationRow = Schemas['RegistrationRow'];
type Query = NonNullable<Operations['listRegistrations']['parameters']['query']>;
export type RegistrationFilters = Omit<Query, 'cursor' | 'limit'>;
export type RegistrationList = NonNullable<Query['list']>;

export const registrationLists: RegistrationList[] = ['new', 'in_work', 'mine', 'decided', 'all'];

const pageSize = 100;

export function registrationsQuery(filters: RegistrationFilters) {
  return infiniteQueryOptions({
    queryKey: ['registrations', filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/registrations', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

export const registrationCountsQuery = queryOptions({
  queryKey: ['registration-counts'],
  queryFn: () => take(api.GET('/api/v1/registration-counts')),
});

export const registrationServicesQuery = queryOptions({
  queryKey: ['registration-services'],
  queryFn: () => take(api.GET('/api/v1/registration-services')),
  staleTime: Number.POSITIVE_INFINITY,
});

// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, type Schemas, take } from '@okno/api';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';

export type InquiryRow = Schemas['InquiryRow'];
type Query = NonNullable<Operations['listInquiries']['parameters']['query']>;
export type InquiryFilters = Omit<Query, 'cursor' | 'limit'>;

const pageSize = 100;

export function inquiriesQuery(filters: InquiryFilters) {
  return infiniteQueryOptions({
    queryKey: ['inquiries', filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/inquiries', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

// What the register has inquiries of, for its filters.
export const inquiryChoicesQuery = queryOptions({
  queryKey: ['inquiry-choices'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/inquiry-choices', { signal })),
  staleTime: 60_000,
});

export type InquiryType = Schemas['MessageTypeSummary'];

// What an operator may ask: those that bring the document of the checklist first, then those suggested for the service.
export function inquiryTypesQuery(service?: string, document?: string) {
  return queryOptions({
    queryKey: ['message-types', 'inquiry', service, document],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/message-types', {
          params: { query: { kind: 'inquiry', state: 'published', service, document } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
}

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

export type InquiryType = Schemas['MessageTypeSummary'];

// What an operator may ask, those suggested for the service first.
export function inquiryTypesQuery(service?: string) {
  return queryOptions({
    queryKey: ['message-types', 'inquiry', service],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/message-types', {
          params: { query: { kind: 'inquiry', state: 'published', service } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
}

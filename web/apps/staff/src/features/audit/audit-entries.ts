// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, type Schemas, take } from '@okno/api';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
} from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';

// The serial number is the entry's id: no two entries of an organization share one.
export type AuditEntry = Schemas['AuditEntry'] & { id: string };
type Query = NonNullable<Operations['listAuditEntries']['parameters']['query']>;
export type AuditFilters = Omit<Query, 'cursor' | 'limit'>;

const pageSize = 100;

export function auditQuery(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit-entries', filters],
    queryFn: async ({ pageParam, signal }) => {
      const page = await take(
        api.GET('/api/v1/audit-entries', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      );
      const items = page.items.map((entry): AuditEntry => ({ ...entry, id: `${entry.serial}` }));
      return { ...page, items };
    },
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

export const auditWordsQuery = queryOptions({
  queryKey: ['audit-words'],
  queryFn: () => take(api.GET('/api/v1/audit-words')),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useVerifyAudit() {
  return useMutation({ mutationFn: () => take(api.GET('/api/v1/audit-verification')) });
}

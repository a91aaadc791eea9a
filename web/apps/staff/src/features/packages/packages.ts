// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { firstPage, nextCursor } from '@/lib/pages.ts';

export type PackageLine = Schemas['PackageLine'];
export type Package = Schemas['Package'];
export type PackageCase = Schemas['PackageCase'];
export type PackageState = Schemas['PackageState'];
export type Direction = PackageLine['direction'];
export type PackageAction = Package['actions'][number];

const pageSize = 100;

export type PackageFilters = { direction: Direction; open?: boolean; q?: string };

export function packagesQuery(filters: PackageFilters) {
  return infiniteQueryOptions({
    queryKey: ['packages', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/v1/packages', {
          params: { query: { ...filters, cursor: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function packageQuery(id: string) {
  return queryOptions({
    queryKey: ['packages', 'one', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/packages/{id}', { params: { path: { id } }, signal })),
  });
}

// Those the case is or was in, the newest first.
export function packagesOfCaseQuery(application: string) {
  return queryOptions({
    queryKey: ['packages', 'list', 'of', application],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/packages', {
          params: { query: { application_id: application, limit: 10 } },
          signal,
        }),
      ),
  });
}

// For which agencies something waits in the person's branch.
export function agenciesQuery(direction: Direction) {
  return queryOptions({
    queryKey: ['packages', 'waiting', 'agencies', direction],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/package-agencies', { params: { query: { direction } }, signal })),
  });
}

export function candidatesQuery(id: string, q: string) {
  return queryOptions({
    queryKey: ['packages', 'waiting', 'candidates', id, q],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/packages/{id}/candidates', {
          params: { path: { id }, query: q ? { q } : {} },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function mayDo({ actions }: Package, action: PackageAction) {
  return actions.includes(action);
}

// In a tab of its own: the browser shows the paper and prints it.
export function openInventory({ id }: { id: string }) {
  window.open(`/api/v1/packages/${id}/print/inventory`, '_blank', 'noopener');
}

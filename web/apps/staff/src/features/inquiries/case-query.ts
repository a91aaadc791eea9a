// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

// The case the person has just come from is in the cache: its opening is a line of the access journal, not to be repeated.
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

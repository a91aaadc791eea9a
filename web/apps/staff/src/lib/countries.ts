// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

// Countries by their three letters, in the words of the reference book.
export const countriesQuery = queryOptions({
  queryKey: ['reference-book', 'countries'],
  queryFn: ({ signal }) =>
    take(
      api.GET('/api/v1/reference-books/{code}', {
        params: { path: { code: 'countries' } },
        signal,
      }),
    ),
  staleTime: Number.POSITIVE_INFINITY,
});

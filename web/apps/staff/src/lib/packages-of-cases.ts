// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

// The server takes no more at once.
const most = 200;

// In which open packages these cases lie; only the first two hundred are asked about.
export function packagesOfCasesQuery(cases: string[]) {
  const ids = cases.slice(0, most);
  return queryOptions({
    queryKey: ['packages', 'holders', ids],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/packages-of-cases', {
          params: { query: { ids: ids.join(',') } },
          signal,
        }),
      ),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}

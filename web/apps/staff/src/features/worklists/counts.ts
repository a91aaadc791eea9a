// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

export const countsQuery = queryOptions({
  queryKey: ['application-counts'],
  queryFn: () => take(api.GET('/api/v1/application-counts')),
});

// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

type Answer = Operations['listSmevConnections']['responses'][200]['content']['application/json'];
export type Connection = Answer['items'][number];

export const connectionsQuery = queryOptions({
  queryKey: ['smev-connections'],
  queryFn: () => take(api.GET('/api/v1/smev-connections')),
  refetchInterval: 15_000,
});

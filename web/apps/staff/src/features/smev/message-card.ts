// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

export type SmevMessageCard = Schemas['SmevMessageCard'];

export function messageCardQuery(id: string) {
  return queryOptions({
    queryKey: ['smev-messages', 'card', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/smev-messages/{id}', { params: { path: { id } }, signal })),
  });
}

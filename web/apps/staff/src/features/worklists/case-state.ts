// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

export type CaseState = Schemas['ApplicationState'];

export function caseStateQuery(number: string) {
  return queryOptions({
    queryKey: ['application-state', number],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/application-states/{number}', { params: { path: { number } }, signal }),
      ),
    retry: false,
  });
}

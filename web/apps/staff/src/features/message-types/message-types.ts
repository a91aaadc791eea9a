// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, type Schemas, take } from '@okno/api';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export type MessageTypeSummary = Schemas['MessageTypeSummary'];
export type State = MessageTypeSummary['state'];
export type Filters = NonNullable<Operations['listMessageTypes']['parameters']['query']>;

export const states: State[] = ['draft', 'published', 'withdrawn'];
export const kinds: MessageTypeSummary['kind'][] = ['inquiry', 'application'];

export function messageTypesQuery(filters: Filters) {
  return queryOptions({
    queryKey: ['message-types', filters],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/message-types', { params: { query: filters }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function versionsQuery(name: string) {
  return queryOptions({
    queryKey: ['message-types', 'versions', name],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/message-types/{name}', { params: { path: { name } }, signal })),
  });
}

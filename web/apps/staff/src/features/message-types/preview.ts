// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import type { Data } from '@okno/forms-core/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Seen, Side } from './version.ts';

export type Preview = Schemas['MessageTypePreview'];
export type TableLine = Schemas['MessageTypeLine'];

const address = '/api/v1/message-types/{name}/versions/{version}' as const;

export function sampleQuery({ type: { name, version }, revision }: Seen, side: Side) {
  return queryOptions({
    queryKey: ['message-type-sample', name, version, revision, side],
    queryFn: ({ signal }) =>
      take(
        api.GET(`${address}/sample`, {
          params: { path: { name, version }, query: { side } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

// XML and table of what was typed into the form.
export function previewQuery({ type: { name, version }, revision }: Seen, side: Side, data?: Data) {
  return queryOptions({
    queryKey: ['message-type-preview', name, version, revision, side, data],
    queryFn: ({ signal }) =>
      take(
        api.POST(`${address}/preview`, {
          params: { path: { name, version } },
          body: { side, data: (data ?? {}) as Record<string, never> },
          signal,
        }),
      ),
    enabled: data !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

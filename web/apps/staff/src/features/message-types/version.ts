// SPDX-License-Identifier: Apache-2.0
import { api, newIdempotencyKey, type Schemas, take } from '@okno/api';
import { fetchFile, saveFile } from '@okno/api/download';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type MessageTypeVersion = Schemas['MessageTypeVersion'];
export type MessageTypeChange = Schemas['MessageTypeChange'];
export type Side = 'request' | 'response';
export const sides: Side[] = ['request', 'response'];

// What the person saw, and the revision that guards it against changes of others.
export type Seen = { type: MessageTypeVersion; revision: string };

const address = '/api/v1/message-types/{name}/versions/{version}' as const;
const publication = `${address}/publication` as const;

type Answered = { data?: MessageTypeVersion; error?: unknown; response: Response };

async function seen(answer: Promise<Answered>): Promise<Seen> {
  const type = await take(answer);
  const { response } = await answer;
  return { type, revision: response.headers.get('ETag') ?? '' };
}

// Read once: a newer revision must not push aside what is being typed.
export function versionQuery(name: string, version: number) {
  return queryOptions({
    queryKey: ['message-type', name, version],
    queryFn: ({ signal }) =>
      seen(api.GET(address, { params: { path: { name, version } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function guarded({ type: { name, version }, revision }: Seen) {
  return { path: { name, version }, header: { 'If-Match': revision } };
}

function useChanged() {
  const queries = useQueryClient();
  return async (next: Seen) => {
    const { name, version } = next.type;
    queries.setQueryData(versionQuery(name, version).queryKey, next);
    await queries.invalidateQueries({ queryKey: ['message-types'] });
  };
}

export function useSave(current: Seen) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: (body: MessageTypeChange) =>
      seen(api.PATCH(address, { params: guarded(current), body })),
    onSuccess,
  });
}

export function usePublish(current: Seen) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: () => seen(api.PUT(publication, { params: guarded(current) })),
    onSuccess,
  });
}

export function useWithdraw(current: Seen) {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: () => seen(api.DELETE(publication, { params: guarded(current) })),
    onSuccess,
  });
}

export function useRemoveDraft(current: Seen) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => take(api.DELETE(address, { params: guarded(current) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['message-types'] }),
  });
}

export function useNewVersion({ name, version }: MessageTypeVersion) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/message-types/{name}/versions', {
          params: { path: { name }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { from_version: version },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['message-types'] }),
  });
}

function addressOf({ name, version }: MessageTypeVersion) {
  return `/api/v1/message-types/${encodeURIComponent(name)}/versions/${version}`;
}

export function useArchive(type: MessageTypeVersion) {
  return useMutation({
    mutationFn: async () =>
      saveFile(await fetchFile(`${addressOf(type)}/archive`), `${type.name}-${type.version}.zip`),
  });
}

export function useSchemaFile(type: MessageTypeVersion) {
  return useMutation({
    mutationFn: async (file: string) =>
      saveFile(await fetchFile(`${addressOf(type)}/schemas/${encodeURIComponent(file)}`), file),
  });
}

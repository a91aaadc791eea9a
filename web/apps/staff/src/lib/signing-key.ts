// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type SigningKey = NonNullable<Schemas['KeptSigningKey']['key']>;

// The key one signs content with in person; null when none is kept.
export const signingKeyQuery = queryOptions({
  queryKey: ['signing-key'],
  queryFn: async ({ signal }) =>
    (await take(api.GET('/api/v1/session/signing-key', { signal }))).key ?? null,
});

function useSetKey() {
  const queries = useQueryClient();
  return (key: SigningKey | null) => queries.setQueryData(signingKeyQuery.queryKey, key);
}

// `password` opens the file, `ownPassword` is the one of signing in.
type KeyUpload = { file: File; password: string; ownPassword: string };

export function useKeepSigningKey() {
  const setKey = useSetKey();
  return useMutation({
    mutationFn: async ({ file, password, ownPassword }: KeyUpload) =>
      take(
        api.PUT('/api/v1/session/signing-key', {
          body: {
            file: base64(await file.arrayBuffer()),
            password,
            account_password: ownPassword,
          },
        }),
      ),
    onSuccess: ({ key }) => setKey(key ?? null),
  });
}

export function useRemoveSigningKey() {
  const setKey = useSetKey();
  return useMutation({
    mutationFn: (ownPassword: string) =>
      take(api.DELETE('/api/v1/session/signing-key', { body: { account_password: ownPassword } })),
    onSuccess: () => setKey(null),
  });
}

function base64(bytes: ArrayBuffer) {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}

const dayMs = 24 * 60 * 60 * 1000;

// Days until the certificate ends, when that is soon enough to be told.
export function daysToExpiry({ not_after }: SigningKey, now: Date): number | undefined {
  const days = Math.floor((Date.parse(not_after) - now.getTime()) / dayMs);
  return days <= 30 ? Math.max(days, 0) : undefined;
}

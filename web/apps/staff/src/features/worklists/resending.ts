// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';

// Sends once more what did not get through. The list does not tell versions, so the case is asked first.
export async function sendAgain(id: string): Promise<void> {
  const { version } = await take(
    api.GET('/api/v1/applications/{id}', { params: { path: { id } } }),
  );
  await take(
    api.POST('/api/v1/applications/{id}/sending', {
      params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
    }),
  );
}

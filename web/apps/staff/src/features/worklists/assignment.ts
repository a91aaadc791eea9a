// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';

// Takes a free case, or gives it to the colleague. The list does not tell versions, so the case is asked first.
export async function assign(id: string, userId?: string): Promise<void> {
  const { version } = await take(
    api.GET('/api/v1/applications/{id}', { params: { path: { id } } }),
  );
  await take(
    api.POST('/api/v1/applications/{id}/assignment', {
      params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
      body: userId ? { user_id: userId } : {},
    }),
  );
}

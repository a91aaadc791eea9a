// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

export function useWithdraw(application: Application) {
  return useStep(application, (reason: string) =>
    take(
      api.POST('/api/v1/applications/{id}/withdrawal', {
        params: seen(application),
        body: { reason },
      }),
    ),
  );
}

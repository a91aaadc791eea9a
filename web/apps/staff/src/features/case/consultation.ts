// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

export function useConsult(application: Application) {
  return useStep(application, (note: string) =>
    take(
      api.POST('/api/v1/applications/{id}/consultation', {
        params: seen(application),
        body: { note: note || undefined },
      }),
    ),
  );
}

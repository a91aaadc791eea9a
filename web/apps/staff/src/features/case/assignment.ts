// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

// Without a colleague's id the caller takes the case.
export function useTake(application: Application) {
  return useStep(application, () =>
    take(api.POST('/api/v1/applications/{id}/assignment', { params: seen(application), body: {} })),
  );
}

// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

export function useSend(application: Application) {
  return useStep(application, () =>
    take(api.POST('/api/v1/applications/{id}/sending', { params: seen(application) })),
  );
}

// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

type Issue = { documents: string[]; note?: string };

export function useIssue(application: Application) {
  return useStep(application, (body: Issue) =>
    take(api.POST('/api/v1/applications/{id}/issue', { params: seen(application), body })),
  );
}

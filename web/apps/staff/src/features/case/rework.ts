// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

type Rework = { reason: string; term_days: number };

export const reworkDays = { usual: 5, least: 1, most: 30 };

export function useReturnForRework(application: Application) {
  return useStep(application, (body: Rework) =>
    take(api.POST('/api/v1/applications/{id}/rework', { params: seen(application), body })),
  );
}

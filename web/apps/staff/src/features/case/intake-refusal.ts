// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { type Application, seen, useStep } from './application.ts';

export type RefusalGround = Schemas['RefusalGround'];

export const refusalGrounds: RefusalGround[] = [
  'incomplete_set',
  'expired_documents',
  'corrected_documents',
  'damaged_documents',
  'wrong_form',
  'no_authority',
  'wrong_agency',
];

type IntakeRefusal = { ground: RefusalGround; reason: string };

export function useRefuseIntake(application: Application) {
  return useStep(application, (body: IntakeRefusal) =>
    take(api.POST('/api/v1/applications/{id}/intake-refusal', { params: seen(application), body })),
  );
}

// SPDX-License-Identifier: Apache-2.0
// The steps of the desk in their order. Alone in this file: the router, which every screen loads, names them in the address.
export const stepNames = [
  'applicant',
  'service',
  'form',
  'documents',
  'print',
  'handover',
] as const;
export type StepName = (typeof stepNames)[number];

// SPDX-License-Identifier: Apache-2.0
import type { Call } from './calls.ts';

// A call of the list, for tests.
export const sampleCall: Call = {
  id: 'c1',
  reason: 'result',
  application_id: 'a1',
  number: '0101-26-000123',
  service_name: 'ЕДВ ветерану труда',
  applicant_name: 'Иванова Анна Петровна',
  attempts: [],
  since: '2026-03-12T08:05:00Z',
};

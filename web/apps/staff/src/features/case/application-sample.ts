// SPDX-License-Identifier: Apache-2.0
import type { Application } from './application.ts';

const service: Application['service'] = {
  code: 'large-family-certificate',
  name: 'Выдача удостоверения многодетной семьи',
  short_name: 'Удостоверение многодетной семьи',
  agency: { code: 'msz', name: 'Министерство социальной защиты населения' },
  applicant_kinds: ['person'],
  electronic: true,
  term_text: '10 рабочих дней',
  fee_text: 'Без пошлины',
  favourite: false,
  version: 1,
  description: '',
  legal_basis: [],
  result: [],
  refusal_grounds: [],
  stages: [
    { name: 'Передача заявления из МФЦ', term_text: '1 рабочий день' },
    { name: 'Решение', term_text: '3 рабочих дня' },
  ],
  form: {
    type: 'object',
    title: '',
    'x-order': ['action'],
    properties: { action: { type: 'string', title: 'Прошу' } },
  },
  checklist: [],
};

// A case as the server tells it, for tests.
export function applicationOf(part: Partial<Application> = {}): Application {
  return {
    id: '0b8f6f0e-6f0a-4c55-9d3f-4f2f6d1c0001',
    number: '0101-26-000123',
    kind: 'service',
    status: 'processing',
    version: 7,
    applicant: {
      id: 'a-1',
      kind: 'person',
      display_name: 'Иванова Анна Петровна',
      birth_date: '1988-03-12',
      masked_document: 'паспорт •• •• •••567',
      phone: '+79123456789',
    },
    service,
    branch: { id: 'b-1', name: 'Филиал № 1' },
    operator_name: 'Смирнова О. И.',
    filed_at: '2026-11-20T09:00:00Z',
    planned_date: '2026-12-04',
    days_left: 9,
    urgency: 'normal',
    form: { action: 'выдать удостоверение' },
    form_errors: [],
    other_errors: [],
    originals: [],
    call_notes: [],
    checklist: [],
    documents: [],
    history: [],
    papers: { application: 'current', receipt: 'current' },
    actions: [],
    created_at: '2026-11-20T08:50:00Z',
    ...part,
  };
}

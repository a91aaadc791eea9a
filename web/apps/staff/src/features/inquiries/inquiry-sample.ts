// SPDX-License-Identifier: Apache-2.0
import type { Inquiry } from './inquiry.ts';

// An inquiry being filled, for tests.
export function inquiryOf(part: Partial<Inquiry> = {}): Inquiry {
  return {
    id: 'i1',
    type: 'snils-by-data',
    title: 'СНИЛС по данным человека',
    addressee: 'Социальный фонд России',
    state: 'formed',
    number: 'P/26/12',
    subject_name: 'Иванова А. П.',
    applicant_id: 'a1',
    executor_name: 'Соколова М. А.',
    created_at: '2026-11-20T08:50:00Z',
    updated_at: '2026-11-20T08:50:00Z',
    personal_signature: 'impossible',
    version: 3,
    form: { FamilyName: 'Иванова' } as unknown as Inquiry['form'],
    form_schema: {
      type: 'object',
      title: '',
      required: ['FamilyName', 'BirthDate'],
      'x-order': ['FamilyName', 'BirthDate'],
      properties: {
        FamilyName: { type: 'string', title: 'Фамилия' },
        BirthDate: { type: 'string', format: 'date', title: 'Дата рождения' },
      },
    } as unknown as Inquiry['form_schema'],
    errors: [],
    documents: [],
    history: [],
    actions: [
      { action: 'edit', allowed: true },
      { action: 'send', allowed: true },
      { action: 'cancel', allowed: true },
    ],
    ...part,
  };
}

// The same with its answer.
export function answeredOf(part: Partial<Inquiry> = {}): Inquiry {
  return inquiryOf({
    state: 'answered',
    has_data: true,
    actions: [
      { action: 'edit', allowed: false, why_not: 'Запрос уже отправлен' },
      { action: 'repeat', allowed: true },
    ],
    sent: [{ depth: 0, path: 'FamilyName', label: 'Фамилия', value: 'Иванова', heading: false }],
    answer: {
      has_data: true,
      headline: 'СНИЛС: 112-233-445 95',
      table: [
        { depth: 0, path: 'Person', label: 'Человек', value: '', heading: true },
        { depth: 1, path: 'Person/Snils', label: 'СНИЛС', value: '112-233-445 95', heading: false },
      ],
      signature: 'Подпись верна: СФР, сертификат до 01.02.2027',
      at: '2026-11-20T09:10:00Z',
    },
    ...part,
  });
}

// SPDX-License-Identifier: Apache-2.0
// For tests: a draft with one field a side.
import type { MessageTypeVersion } from './version.ts';

function formOf(title: string) {
  return {
    type: 'object',
    title,
    'x-order': ['Snils', 'BirthDate'],
    properties: {
      Snils: { type: 'string', title: 'Snils' },
      BirthDate: { type: 'string', format: 'date', title: 'BirthDate' },
    },
  } as unknown as Record<string, never>;
}

export function versionSample(part: Partial<MessageTypeVersion> = {}): MessageTypeVersion {
  return {
    name: 'pension',
    version: 2,
    state: 'draft',
    namespace: 'urn://pension/1.0.0',
    title: 'Сведения о пенсии',
    kind: 'inquiry',
    agency: { code: 'sfr', name: 'Социальный фонд России' },
    request_root: 'Request',
    response_root: 'Response',
    roots: [
      { namespace: 'urn://pension/1.0.0', name: 'Request' },
      { namespace: 'urn://pension/1.0.0', name: 'Response' },
    ],
    files: [{ name: 'pension.xsd', size: 2048 }],
    request: {},
    response: {},
    request_form: formOf('Запрос'),
    response_form: formOf('Ответ'),
    notes: [],
    ...part,
  };
}

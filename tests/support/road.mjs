// SPDX-License-Identifier: Apache-2.0
// Steps of the main road over the HTTP API, for tests that need cases in some state.
import { randomUUID } from 'node:crypto';

export const service = 'veteran-monthly-payment';

// Answers what the form still asks for, from the schema, as a citizen would.
export function answer(field, name) {
  if (field.enum) return field.enum[0];
  switch (field.type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return field.minimum ?? 1;
    case 'object':
      return {};
    case 'array':
      return [field.items?.enum ? field.items.enum[0] : {}];
    default:
      return textFor(field, name);
  }
}

const samples = {
  date: '2020-05-12',
  snils: '11223344595',
  inn_person: '500100732259',
  inn: '500100732259',
  passport_rf_series: '7715',
  passport_rf_number: '123456',
  issuer_code: '770001',
  phone: '+79001234567',
  email: 'anna@example.ru',
  bik: '044525225',
  bank_account: '40817810700000000001',
  postal_code: '700001',
  cadastral_number: '77:01:0001001:1234',
  birth_certificate_series: 'II-ПР',
  birth_certificate_number: '123456',
  person_name: 'Анна',
};

function textFor(field, name) {
  return samples[field.format] ?? field['x-placeholder']?.replace(/^[Нн]апример[:,] /, '') ?? (name.includes('address') ? 'г. Приреченск, ул. Мира, д. 5' : 'по документам');
}

export async function findApplicant(person, kind = 'person') {
  for (const letters of ['иван', 'пет', 'ова', 'ев', 'ин', 'ко']) {
    const { items } = await person.must('GET', `/api/v1/applicants?q=${encodeURIComponent(letters)}`);
    const found = items.find((row) => row.kind === kind);
    if (found) return found;
  }
  throw new Error('nobody among the demo applicants fits');
}

export async function draft(person, { applicantId, code = service, key = randomUUID() } = {}) {
  const applicant = applicantId ?? (await findApplicant(person)).id;
  return person.must('POST', '/api/v1/applications', { key, body: { applicant_id: applicant, service_code: code } });
}

// The field of a schema, and its name, that a pointer of an error leads to.
export function fieldAt(schema, pointer) {
  let field = schema;
  let name = '';
  for (const step of pointer.split('/').slice(1)) {
    if (field.type === 'array') field = field.items;
    else {
      field = field.properties[step];
      name = step;
    }
  }
  return { field, name };
}

export function put(data, pointer, value) {
  const steps = pointer.split('/').slice(1);
  let at = data;
  for (const step of steps.slice(0, -1)) at = at[step] ??= {};
  at[steps.at(-1)] = value;
}

// Fills the draft until nothing is wrong and nothing is missing.
export async function fill(person, application) {
  let current = application;
  for (let round = 0; round < 12; round += 1) {
    const missing = current.checklist.filter((item) => item.missing);
    if (current.form_errors.length === 0 && missing.length === 0 && current.consent) return current;
    const form = structuredClone(current.form);
    for (const { pointer } of current.form_errors) {
      const { field, name } = fieldAt(current.service.form, pointer);
      put(form, pointer, answer(field, name));
    }
    current = await person.must('PUT', `/api/v1/applications/${current.id}/draft`, {
      version: current.version,
      body: { form, consent: true, marks: missing.map((item) => ({ item: item.code, given: true, form: 'copy', sheets: 1, copies: 1 })) },
    });
  }
  throw new Error(`the form can not be filled: ${JSON.stringify(current.form_errors)} ${JSON.stringify(current.checklist.filter((item) => item.missing))}`);
}

export async function file(person, application, key = randomUUID()) {
  return person.must('POST', `/api/v1/applications/${application.id}/filing`, { version: application.version, key });
}

export async function handOver(person, application) {
  return person.must('POST', `/api/v1/applications/${application.id}/handover`, { version: application.version });
}

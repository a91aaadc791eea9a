// SPDX-License-Identifier: Apache-2.0
import { type Data, type Field, type FormSchema, isObject } from '@okno/forms-core/schema';
import type { T } from '@/lib/language.tsx';

type Fields = { [name: string]: Field };

function text(title: string, more: Partial<Field> = {}): Field {
  return { type: 'string', title, 'x-width': 'third', ...more };
}

function personFields(t: T): Fields {
  return {
    snils: text(t('applicant.snils'), { format: 'snils' }),
    last_name: text(t('applicant.lastName'), { format: 'person_name', maxLength: 100 }),
    first_name: text(t('applicant.firstName'), { format: 'person_name', maxLength: 100 }),
    middle_name: text(t('applicant.middleName'), { format: 'person_name', maxLength: 100 }),
    birth_date: text(t('applicant.birthDate'), { format: 'date', 'x-max-date': 'today' }),
    sex: text(t('applicant.sex'), {
      enum: ['male', 'female'],
      'x-enum-titles': { male: t('applicant.male'), female: t('applicant.female') },
      'x-widget': 'radio',
    }),
  };
}

function documentFields(t: T): Fields {
  return {
    series: text(t('applicant.document.series')),
    number: text(t('applicant.document.number')),
    issue_date: text(t('applicant.document.issueDate'), { format: 'date', 'x-max-date': 'today' }),
    issuer_code: text(t('applicant.document.issuerCode'), { format: 'issuer_code' }),
    issued_by: text(t('applicant.document.issuedBy'), { 'x-width': 'full' }),
  };
}

const documentPath = 'identity_document/';

// What a request about a person wants to know, in the words and formats of the card. The document is asked for only
// when it is needed: paths such as «identity_document/number».
export function personSchema(t: T, needs: string[]): FormSchema {
  const fields = personFields(t);
  const wanted = needs
    .filter((path) => path.startsWith(documentPath))
    .map((path) => path.slice(documentPath.length));
  const known = documentFields(t);
  const parts = Object.keys(known).filter((name) => wanted.includes(name));
  if (parts.length > 0) {
    fields.identity_document = {
      type: 'object',
      title: t('applicant.document'),
      required: parts,
      'x-order': parts,
      properties: Object.fromEntries(parts.map((name) => [name, known[name] as Field])),
    };
  }
  return {
    type: 'object',
    title: '',
    required: needs.filter((name) => name in fields),
    properties: fields,
    'x-order': Object.keys(fields),
  };
}

// The part of a card that the form of this schema shows.
export function shownOf(card: Data, schema: Field): Data {
  const shown: Data = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const value = card[name];
    if (value === undefined) continue;
    shown[name] = isObject(value) ? shownOf(value, field) : value;
  }
  return shown;
}

// The card with what stands in the form of this schema: a field that was emptied is gone.
export function withTyped(card: Data, typed: Data, schema: Field): Data {
  const next = { ...card };
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const value = typed[name];
    const before = card[name];
    if (value === undefined) delete next[name];
    else next[name] = isObject(value) && isObject(before) ? withTyped(before, value, field) : value;
  }
  return next;
}

// SPDX-License-Identifier: Apache-2.0
import { type Data, type Field, type FormSchema, isObject } from '@okno/forms-core/schema';
import { documentKinds } from '@/lib/identity-document.ts';
import type { T } from '@/lib/language.tsx';
import type { PersonKind } from './person-kind.ts';

type Fields = { [name: string]: Field };

function text(title: string, more: Partial<Field> = {}): Field {
  return { type: 'string', title, 'x-width': 'third', ...more };
}

// Every member of a card that a request may want, in the order they are asked for.
function cardFields(t: T, kind: PersonKind): Fields {
  const name = { format: 'person_name', maxLength: 100 };
  const entity = kind === 'legal_entity';
  return {
    snils: text(t('applicant.snils'), { format: 'snils' }),
    ogrn: text(t(entity ? 'applicant.ogrn' : 'applicant.ogrnip'), {
      format: entity ? 'ogrn' : 'ogrnip',
    }),
    inn: text(t('applicant.inn'), { format: entity ? 'inn_entity' : 'inn_person' }),
    kpp: text(t('applicant.kpp'), { format: 'kpp' }),
    full_name: text(t('applicant.fullName'), { 'x-width': 'full' }),
    short_name: text(t('applicant.shortName'), { 'x-width': 'full' }),
    head_name: text(t('applicant.headName'), { 'x-width': 'half' }),
    last_name: text(t('applicant.lastName'), name),
    first_name: text(t('applicant.firstName'), name),
    middle_name: text(t('applicant.middleName'), name),
    birth_date: text(t('applicant.birthDate'), { format: 'date', 'x-max-date': 'today' }),
    sex: text(t('applicant.sex'), {
      enum: ['male', 'female'],
      'x-enum-titles': { male: t('applicant.male'), female: t('applicant.female') },
      'x-widget': 'radio',
    }),
    birth_place: text(t('applicant.birthPlace'), { 'x-width': 'full' }),
    citizenship: text(t('applicant.citizenship'), { format: 'country' }),
    registration_address: text(
      t(entity ? 'applicant.legalAddress' : 'applicant.registrationAddress'),
      { 'x-width': 'full' },
    ),
    phone: text(t('applicant.phone'), { format: 'phone' }),
    email: text(t('applicant.email'), { format: 'email' }),
  };
}

const names = ['last_name', 'first_name', 'middle_name', 'birth_date', 'sex'];
// What is asked of whom from the beginning.
const asked: Record<PersonKind, string[]> = {
  person: ['snils', ...names],
  entrepreneur: ['ogrn', 'snils', ...names],
  legal_entity: ['ogrn'],
};

function documentFields(t: T): Fields {
  return {
    kind: text(t('applicant.document.kind'), {
      enum: [...documentKinds],
      'x-enum-titles': Object.fromEntries(
        documentKinds.map((kind) => [kind, t(`applicant.document.${kind}`)]),
      ),
    }),
    series: text(t('applicant.document.series')),
    number: text(t('applicant.document.number')),
    issue_date: text(t('applicant.document.issueDate'), { format: 'date', 'x-max-date': 'today' }),
    issuer_code: text(t('applicant.document.issuerCode'), { format: 'issuer_code' }),
    issued_by: text(t('applicant.document.issuedBy'), { 'x-width': 'full' }),
  };
}

const documentPath = 'identity_document/';

// What a request about an applicant wants to know, in the words and formats of the card. The rest of the card is asked
// for only when it is needed, the document by paths such as «identity_document/number».
export function personSchema(t: T, needs: string[], kind: PersonKind = 'person'): FormSchema {
  const known: Fields = cardFields(t, kind);
  const shown = Object.keys(known).filter(
    (name) => asked[kind].includes(name) || needs.includes(name),
  );
  const fields: Fields = Object.fromEntries(shown.map((name) => [name, known[name] as Field]));
  const wanted = needs
    .filter((path) => path.startsWith(documentPath))
    .map((path) => path.slice(documentPath.length));
  const ofDocument = documentFields(t);
  const parts = Object.keys(ofDocument).filter((name) => wanted.includes(name));
  if (parts.length > 0) {
    fields.identity_document = {
      type: 'object',
      title: t('applicant.document'),
      required: parts,
      'x-order': parts,
      properties: Object.fromEntries(parts.map((name) => [name, ofDocument[name] as Field])),
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

// SPDX-License-Identifier: Apache-2.0
// The applicant's card as a form: the same engine, the same formats, as the forms of services.
import type { Data, Field, FormSchema } from '@okno/forms-core/schema';
import type { T } from '@/lib/language.tsx';

export type ApplicantKind = 'person' | 'entrepreneur' | 'legal_entity';

export type Country = { code: string; name: string };

export function applicantSchema(kind: ApplicantKind, t: T, countries: Country[] = []): FormSchema {
  return kind === 'legal_entity' ? entity(t) : person(kind, t, countries);
}

function person(kind: ApplicantKind, t: T, countries: Country[]): FormSchema {
  const text = (title: string, more: Partial<Field> = {}): Field => ({
    type: 'string',
    title,
    'x-width': 'third',
    ...more,
  });
  const business: { [name: string]: Field } =
    kind === 'entrepreneur'
      ? {
          ogrn: text(t('applicant.ogrnip'), { format: 'ogrnip' }),
          inn: text(t('applicant.inn'), { format: 'inn_person' }),
        }
      : { inn: text(t('applicant.inn'), { format: 'inn_person' }) };
  return {
    type: 'object',
    title: '',
    required: [
      'last_name',
      'first_name',
      'birth_date',
      'sex',
      'citizenship',
      'identity_document',
      'registration_address',
      ...(kind === 'entrepreneur' ? ['ogrn', 'inn'] : []),
    ],
    properties: {
      last_name: text(t('applicant.lastName'), { format: 'person_name', maxLength: 100 }),
      first_name: text(t('applicant.firstName'), { format: 'person_name', maxLength: 100 }),
      middle_name: text(t('applicant.middleName'), { format: 'person_name', maxLength: 100 }),
      birth_date: text(t('applicant.birthDate'), { format: 'date', 'x-max-date': 'today' }),
      sex: text(t('applicant.sex'), {
        enum: ['male', 'female'],
        'x-enum-titles': { male: t('applicant.male'), female: t('applicant.female') },
        'x-widget': 'radio',
      }),
      birth_place: text(t('applicant.birthPlace')),
      snils: text(t('applicant.snils'), { format: 'snils' }),
      ...business,
      citizenship: text(t('applicant.citizenship'), citizenship(countries)),
      identity_document: identityDocument(t),
      registration_address: {
        type: 'string',
        title: t('applicant.registrationAddress'),
        'x-widget': 'address',
      },
      residence_address: {
        type: 'string',
        title: t('applicant.residenceAddress'),
        description: t('applicant.residenceAddress.hint'),
        'x-widget': 'address',
      },
      phone: text(t('applicant.phone'), { format: 'phone', 'x-width': 'half' }),
      email: text(t('applicant.email'), { format: 'email', 'x-width': 'half' }),
    },
  };
}

// A choice by name; until the list of countries is there the code alone.
function citizenship(countries: Country[]): Partial<Field> {
  if (countries.length === 0) return { format: 'country' };
  return {
    enum: countries.map(({ code }) => code),
    'x-enum-titles': Object.fromEntries(countries.map(({ code, name }) => [code, name])),
    'x-widget': 'select',
  };
}

export function identityDocument(t: T): Field {
  const kinds = [
    'passport_rf',
    'birth_certificate',
    'foreign_passport_rf',
    'temporary_identity_card',
    'military_id',
    'foreign_document',
    'residence_permit',
    'refugee_certificate',
  ] as const;
  const series = (more: Partial<Field>): Field => ({
    type: 'string',
    title: t('applicant.document.series'),
    'x-width': 'third',
    ...more,
  });
  return {
    type: 'object',
    title: t('applicant.document'),
    required: ['kind', 'number'],
    properties: {
      kind: {
        type: 'string',
        title: t('applicant.document.kind'),
        'x-width': 'third',
        enum: [...kinds],
        'x-enum-titles': Object.fromEntries(
          kinds.map((kind) => [kind, t(`applicant.document.${kind}`)]),
        ),
      },
      series: series({}),
      number: { type: 'string', title: t('applicant.document.number'), 'x-width': 'third' },
      issue_date: {
        type: 'string',
        title: t('applicant.document.issueDate'),
        format: 'date',
        'x-max-date': 'today',
        'x-width': 'third',
      },
      issuer_code: {
        type: 'string',
        title: t('applicant.document.issuerCode'),
        format: 'issuer_code',
        'x-width': 'third',
      },
      valid_until: {
        type: 'string',
        title: t('applicant.document.validUntil'),
        format: 'date',
        'x-width': 'third',
      },
      issued_by: { type: 'string', title: t('applicant.document.issuedBy'), 'x-width': 'full' },
    },
  };
}

// A passport's fields have formats of their own; which they are follows from the kind chosen.
export function withDocumentFormats(schema: FormSchema, data: Data): FormSchema {
  const group = schema.properties?.identity_document;
  if (!group?.properties) return schema;
  const document = (data.identity_document ?? {}) as Data;
  const isRussianPassport = document.kind === 'passport_rf';
  const isBirth = document.kind === 'birth_certificate';
  const { series, number, issuer_code, valid_until, ...rest } = group.properties as {
    [name: string]: Field;
  };
  const fields: { [name: string]: Field } = {
    kind: rest.kind as Field,
    series: {
      ...(series as Field),
      ...(isRussianPassport
        ? { format: 'passport_rf_series' }
        : isBirth
          ? { format: 'birth_certificate_series' }
          : {}),
    },
    number: {
      ...(number as Field),
      ...(isRussianPassport
        ? { format: 'passport_rf_number' }
        : isBirth
          ? { format: 'birth_certificate_number' }
          : {}),
    },
    issue_date: rest.issue_date as Field,
    ...(isRussianPassport ? { issuer_code: issuer_code as Field } : {}),
    ...(isRussianPassport || isBirth ? {} : { valid_until: valid_until as Field }),
    issued_by: rest.issued_by as Field,
  };
  const required = isRussianPassport
    ? ['kind', 'series', 'number', 'issue_date', 'issuer_code', 'issued_by']
    : ['kind', 'number'];
  return {
    ...schema,
    properties: {
      ...schema.properties,
      identity_document: { ...group, properties: fields, required },
    },
  };
}

function entity(t: T): FormSchema {
  const text = (title: string, more: Partial<Field> = {}): Field => ({
    type: 'string',
    title,
    'x-width': 'third',
    ...more,
  });
  return {
    type: 'object',
    title: '',
    required: ['full_name', 'inn', 'ogrn', 'registration_address', 'head_name'],
    properties: {
      full_name: text(t('applicant.fullName'), { 'x-width': 'full' }),
      short_name: text(t('applicant.shortName'), { 'x-width': 'full' }),
      inn: text(t('applicant.inn'), { format: 'inn_entity' }),
      ogrn: text(t('applicant.ogrn'), { format: 'ogrn' }),
      kpp: text(t('applicant.kpp'), { format: 'kpp' }),
      head_name: text(t('applicant.headName'), { 'x-width': 'half' }),
      head_position: text(t('applicant.headPosition'), { 'x-width': 'half' }),
      registration_address: {
        type: 'string',
        title: t('applicant.legalAddress'),
        'x-widget': 'address',
      },
      phone: text(t('applicant.phone'), { format: 'phone', 'x-width': 'half' }),
      email: text(t('applicant.email'), { format: 'email', 'x-width': 'half' }),
    },
  };
}

export function emptyApplicant(kind: ApplicantKind): Data {
  return kind === 'legal_entity'
    ? {}
    : { citizenship: 'RUS', identity_document: { kind: 'passport_rf' } };
}

const serverOnly = new Set(['id', 'display_name', 'version', 'created_at', 'updated_at', 'kind']);

// The card as the form's data: what the server adds of its own is left out.
export function toFormData(card: object): Data {
  return Object.fromEntries(Object.entries(card).filter(([name]) => !serverOnly.has(name))) as Data;
}

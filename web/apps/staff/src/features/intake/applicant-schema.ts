// SPDX-License-Identifier: Apache-2.0
// The applicant's card as a form: the same engine, the same formats, as the forms of services.
import type { Data, Field, FormSchema } from '@okno/forms-core/schema';
import { countryName } from '@/lib/country-names.ts';
import { identityDocument } from '@/lib/identity-document.ts';
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
    'x-enum-titles-en': Object.fromEntries(
      countries.map(({ code, name }) => [code, countryName(code, 'en', name)]),
    ),
    'x-widget': 'select',
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

// Of what was typed, the fields that this kind of card has: the others wait for the kind to be chosen again.
export function ofSchema(schema: FormSchema, typed: Data): Data {
  return pick(typed, (name) => Object.hasOwn(schema.properties ?? {}, name));
}

export function withoutSchema(schema: FormSchema, typed: Data): Data {
  return pick(typed, (name) => !Object.hasOwn(schema.properties ?? {}, name));
}

function pick(data: Data, wanted: (name: string) => boolean): Data {
  return Object.fromEntries(Object.entries(data).filter(([name]) => wanted(name)));
}

const serverOnly = new Set(['id', 'display_name', 'version', 'created_at', 'updated_at', 'kind']);

// The card as the form's data: what the server adds of its own is left out.
export function toFormData(card: object): Data {
  return Object.fromEntries(Object.entries(card).filter(([name]) => !serverOnly.has(name))) as Data;
}

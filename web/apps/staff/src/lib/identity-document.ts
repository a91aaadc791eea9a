// SPDX-License-Identifier: Apache-2.0
// An identity document as a group of a form: of applicants, of representatives, of who takes a result.
import type { Condition, Data, Field, FormSchema } from '@okno/forms-core/schema';
import type { T } from './language.tsx';

export const documentKinds = [
  'passport_rf',
  'birth_certificate',
  'foreign_passport_rf',
  'temporary_identity_card',
  'military_id',
  'foreign_document',
  'residence_permit',
  'refugee_certificate',
] as const;

export function identityDocument(t: T): Field {
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
        enum: [...documentKinds],
        'x-enum-titles': Object.fromEntries(
          documentKinds.map((kind) => [kind, t(`applicant.document.${kind}`)]),
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
      country: {
        type: 'string',
        title: t('applicant.document.country'),
        maxLength: 100,
        'x-width': 'third',
      },
      issued_by: { type: 'string', title: t('applicant.document.issuedBy'), 'x-width': 'full' },
    },
  };
}

// What a document of this kind does not have stays typed, but is neither shown nor sent.
const never: Condition = { not: {} };
const ofForeigner = ['foreign_document', 'residence_permit', 'refugee_certificate'];

// A passport's fields have formats of their own; which they are follows from the kind chosen.
export function withDocumentFormats(schema: FormSchema, data: Data): FormSchema {
  const group = schema.properties?.identity_document;
  if (!group?.properties) return schema;
  const document = (data.identity_document ?? {}) as Data;
  const isRussianPassport = document.kind === 'passport_rf';
  const isBirth = document.kind === 'birth_certificate';
  const { series, number, issuer_code, valid_until, country, ...rest } = group.properties as {
    [name: string]: Field;
  };
  const only = (shown: boolean, field: Field | undefined): Field =>
    ({ ...field, ...(shown ? {} : { 'x-visible-when': never }) }) as Field;
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
    issuer_code: only(isRussianPassport, issuer_code),
    valid_until: only(!isRussianPassport && !isBirth, valid_until),
    country: only(ofForeigner.includes(String(document.kind)), country),
    issued_by: rest.issued_by as Field,
  };
  const required = isRussianPassport
    ? ['kind', 'series', 'number', 'issue_date', 'issuer_code', 'issued_by']
    : ['kind', 'number', ...(document.kind === 'foreign_document' ? ['country'] : [])];
  return {
    ...schema,
    properties: {
      ...schema.properties,
      identity_document: { ...group, properties: fields, required },
    },
  };
}

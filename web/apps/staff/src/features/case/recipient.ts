// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import type { Data, Field, FormSchema } from '@okno/forms-core/schema';
import { identityDocument, withDocumentFormats } from '@/lib/identity-document.ts';
import type { T } from '@/lib/language.tsx';
import { type Application, seen, useStep } from './application.ts';

export type RecipientInput = Schemas['RecipientInput'];

// Who has come for the result, noted before the receipt is printed.
export function useNoteRecipient(application: Application) {
  return useStep(application, (body: RecipientInput) =>
    take(api.PUT('/api/v1/applications/{id}/recipient', { params: seen(application), body })),
  );
}

const authorityKinds = ['power_of_attorney', 'birth_certificate', 'guardianship', 'other'] as const;

function text(title: string, more: Partial<Field> = {}): Field {
  return { type: 'string', title, 'x-width': 'third', ...more };
}

// A passport is replaced at 20 and at 45: without the birth date nobody can tell whether it holds.
function showsPassport(input: RecipientInput): boolean {
  return input.identity_document?.kind === 'passport_rf';
}

function names(input: RecipientInput, t: T): { [name: string]: Field } {
  const name = { format: 'person_name', maxLength: 100 };
  const born = text(t('card.birthDate'), { format: 'date', 'x-max-date': 'today' });
  return {
    last_name: text(t('applicant.lastName'), name),
    first_name: text(t('applicant.firstName'), name),
    middle_name: text(t('applicant.middleName'), name),
    ...(showsPassport(input) ? { birth_date: born } : {}),
  };
}

function authority(t: T): Field {
  return {
    type: 'object',
    title: t('case.issue.authority'),
    required: ['kind', 'number', 'date'],
    properties: {
      kind: text(t('case.issue.authority.kind'), {
        enum: [...authorityKinds],
        'x-enum-titles': Object.fromEntries(
          authorityKinds.map((kind) => [kind, t(`case.issue.authority.${kind}`)]),
        ),
      }),
      number: text(t('case.issue.authority.number'), { maxLength: 100 }),
      date: text(t('case.issue.authority.date'), { format: 'date', 'x-max-date': 'today' }),
      issued_by: text(t('case.issue.authority.issuedBy'), { maxLength: 300, 'x-width': 'half' }),
      valid_until: text(t('case.issue.authority.validUntil'), { format: 'date' }),
    },
  };
}

// What is asked of who has come: an applicant in person only shows a document; the head of an
// organization and a representative are named; a representative shows by which paper.
export function recipientSchema(input: RecipientInput, named: boolean, t: T): FormSchema {
  const schema: FormSchema = {
    type: 'object',
    title: '',
    required: [
      ...(named ? ['last_name', 'first_name'] : []),
      ...(named && showsPassport(input) ? ['birth_date'] : []),
      'identity_document',
      ...(input.representative ? ['authority'] : []),
    ],
    properties: {
      ...(named ? names(input, t) : {}),
      identity_document: identityDocument(t),
      ...(input.representative ? { authority: authority(t) } : {}),
    },
  };
  return withDocumentFormats(schema, input as Data);
}

// «доверенность 77 АА 1234567 от 01.02.2026, нотариус Орлов П. П.» as it was typed at the filing: what
// of it is certain goes into the fields, the operator sees the paper and completes them.
export function authorityFrom(typed: string): NonNullable<RecipientInput['authority']> {
  const date = /(\d{2})\.(\d{2})\.(\d{4})/.exec(typed);
  // The number stands before the date.
  const head = typed.replace(/\s*(от\s*)?\d{2}\.\d{2}\.\d{4}.*$/s, '');
  const number = /№\s*([^,;]+)/.exec(head) ?? /(\d[\dА-Яа-яA-Za-z\s/-]*\d)/.exec(head);
  return {
    kind: /опек|попечит/i.test(typed)
      ? 'guardianship'
      : /рождени/i.test(typed)
        ? 'birth_certificate'
        : 'power_of_attorney',
    number: number?.[1]?.trim() ?? '',
    date: date ? `${date[3]}-${date[2]}-${date[1]}` : '',
  };
}

// What is known beforehand: what was noted already, else the representative of the case.
export function firstInput(application: Application, representative: boolean): RecipientInput {
  const noted = application.recipient;
  if (noted && noted.representative === representative) {
    const { last_name, first_name, middle_name, identity_document, authority: paper } = noted;
    const { originals, birth_date } = noted;
    return {
      representative,
      last_name,
      first_name,
      middle_name,
      birth_date,
      identity_document,
      authority: paper,
      originals,
    };
  }
  const known = representative ? application.representative : undefined;
  const document = { kind: 'passport_rf' as const };
  if (!known) {
    const authority = representative ? { authority: authorityFrom('') } : {};
    return { representative, identity_document: document as never, ...authority };
  }
  return {
    representative,
    last_name: known.last_name,
    first_name: known.first_name,
    middle_name: known.middle_name,
    identity_document: known.identity_document ?? (document as never),
    authority: authorityFrom(known.authority ?? ''),
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { identityDocument, withDocumentFormats } from '@/lib/identity-document.ts';
import type { T } from '@/lib/language.tsx';

// Who acts for the applicant, by which document and on what authority. `data` decides the formats of the document.
export function representativeSchema(t: T, data: Data): FormSchema {
  const name = (title: string) =>
    ({ type: 'string', title, format: 'person_name', 'x-width': 'third' }) as const;
  const schema: FormSchema = {
    type: 'object',
    title: '',
    required: ['last_name', 'first_name', 'identity_document', 'authority'],
    properties: {
      last_name: name(t('applicant.lastName')),
      first_name: name(t('applicant.firstName')),
      middle_name: name(t('applicant.middleName')),
      identity_document: identityDocument(t),
      authority: {
        type: 'string',
        title: t('intake.representative.authority'),
        'x-placeholder': t('intake.representative.authority.example'),
        'x-width': 'full',
      },
      phone: { type: 'string', title: t('applicant.phone'), format: 'phone', 'x-width': 'third' },
    },
  };
  return withDocumentFormats(schema, data);
}

export const emptyRepresentative = { identity_document: { kind: 'passport_rf' } } as const;

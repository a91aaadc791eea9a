// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';

type Representative = Schemas['Representative'];
type RepresentativeFieldsProps = {
  value: Representative;
  readOnly: boolean;
  onChange: (next: Representative) => void;
};

export function RepresentativeFields({ value, readOnly, onChange }: RepresentativeFieldsProps) {
  const t = useT();
  const schema = useMemo<FormSchema>(
    () => ({
      type: 'object',
      title: '',
      required: ['last_name', 'first_name', 'authority'],
      properties: {
        last_name: {
          type: 'string',
          title: t('applicant.lastName'),
          format: 'person_name',
          'x-width': 'third',
        },
        first_name: {
          type: 'string',
          title: t('applicant.firstName'),
          format: 'person_name',
          'x-width': 'third',
        },
        middle_name: {
          type: 'string',
          title: t('applicant.middleName'),
          format: 'person_name',
          'x-width': 'third',
        },
        authority: {
          type: 'string',
          title: t('intake.representative.authority'),
          'x-placeholder': t('intake.representative.authority.example'),
          'x-width': 'full',
        },
        phone: { type: 'string', title: t('applicant.phone'), format: 'phone', 'x-width': 'third' },
      },
    }),
    [t],
  );
  const { identity_document: _, ...data } = value;
  return (
    <SchemaForm
      schema={schema}
      data={data as Data}
      readOnly={readOnly}
      onChange={(next) => onChange(next as Representative)}
    />
  );
}

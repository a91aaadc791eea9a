// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import type { Data } from '@okno/forms-core/schema';
import { useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { representativeSchema } from './representative-schema.ts';

type Representative = Schemas['Representative'];
type RepresentativeFieldsProps = {
  value: Representative;
  readOnly: boolean;
  showAll: boolean;
  idPrefix: string;
  onChange: (next: Representative) => void;
};

export function RepresentativeFields({ value, onChange, ...form }: RepresentativeFieldsProps) {
  const t = useT();
  const data = value as Data;
  const schema = useMemo(() => representativeSchema(t, data), [t, data]);
  return (
    <SchemaForm
      {...form}
      schema={schema}
      data={data}
      onChange={(next) => onChange(next as Representative)}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import type { Data, FieldError, FormSchema } from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAutosave } from '@/lib/autosave.ts';
import { putAnswer } from '@/lib/put-answer.ts';
import { today } from '@/ui/schema-form/schema-form.tsx';
import { type Inquiry, inquiryQuery } from './inquiry.ts';

export const formIdPrefix = 'inquiry';

// The type's form follows docs/forms.md: the server lets in nothing else.
export function schemaOf({ form_schema }: Inquiry): FormSchema | undefined {
  return form_schema as unknown as FormSchema | undefined;
}

// Wrong fields that a refusal names, as places of the form.
export function formErrors(error: unknown): FieldError[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.fields ?? [])
    .filter(({ pointer }) => pointer.startsWith('/form/'))
    .map(({ pointer, ...error }) => ({ ...error, pointer: pointer.slice('/form'.length) }));
}

// What the browser finds, then what only the server can know.
export function allErrors(schema: FormSchema, data: Data, server: FieldError[]): FieldError[] {
  const own = validate(schema, data, today());
  const known = new Set(own.map(({ pointer }) => pointer));
  return [...own, ...server.filter(({ pointer }) => !known.has(pointer))];
}

// What is typed, saved as it is typed.
export function useInquiryForm(inquiry: Inquiry) {
  const { id } = inquiry;
  const queries = useQueryClient();
  const saving = useAutosave<{ form?: Data }, Inquiry>({
    name: `inquiry.${id}`,
    current: inquiry,
    partOf: ({ form }) => ({ form: form as Data }),
    merge: (before, part) => ({ ...before, ...part }),
    send: async ({ form = {} }, seen) => {
      const answer = await take(
        api.PUT('/api/v1/inquiries/{id}/form', {
          params: { path: { id }, header: { 'If-Match': ifMatch(seen) } },
          body: { form: form as Record<string, never> },
        }),
      );
      await putAnswer(queries, inquiryQuery(id).queryKey, answer);
      return answer;
    },
    reload: () => queries.fetchQuery({ ...inquiryQuery(id), staleTime: 0 }),
  });
  const [data, setData] = useState<Data>(() => saving.initial.form ?? (inquiry.form as Data));
  const [revision, setRevision] = useState(saving.revision);
  if (revision !== saving.revision) {
    setRevision(saving.revision);
    setData(inquiry.form as Data);
  }
  const change = (form: Data) => {
    setData(form);
    saving.change({ form });
  };
  return { data, change, flush: saving.flush, version: saving.version, saving };
}

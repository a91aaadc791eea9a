// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import { rebase } from '@okno/forms-core/rebase';
import type { Data, FieldError, FormSchema } from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Clash, useAutosave } from '@/lib/autosave.ts';
import { today } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import { putAnswer } from '@/lib/put-answer.ts';
import { type Difference, differences } from '@/ui/schema-form/differences.ts';
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

type Part = { form?: Data; consumer_number?: string };

function partOf({ form, consumer_number }: Inquiry): Part {
  return { form: form as Data, consumer_number: consumer_number ?? '' };
}

// What the screen shows against what somebody else has saved meanwhile.
export function inquiryDifferences(
  clash: Clash<Part, Inquiry> | undefined,
  words: { language: Language; t: T },
): Difference[] {
  const schema = clash && schemaOf(clash.theirs);
  if (!clash || !schema) return [];
  const theirs = clash.theirs.form as Data;
  return differences(schema, clash.mine.form ?? theirs, theirs, words);
}

// What is typed, saved as it is typed.
export function useInquiryForm(inquiry: Inquiry) {
  const { id } = inquiry;
  const queries = useQueryClient();
  const saving = useAutosave<Part, Inquiry>({
    name: `inquiry.${id}`,
    current: inquiry,
    partOf,
    merge: (before, part) => ({ ...before, ...part }),
    rebase: (mine, base, theirs) =>
      mine.form ? { ...mine, form: rebase(mine.form, base.form ?? {}, theirs.form ?? {}) } : mine,
    send: async ({ form = {}, consumer_number }, seen) => {
      const answer = await take(
        api.PUT('/api/v1/inquiries/{id}/form', {
          params: { path: { id }, header: { 'If-Match': ifMatch(seen) } },
          body: { form: form as Record<string, never>, consumer_number },
        }),
      );
      await putAnswer(queries, inquiryQuery(id).queryKey, answer);
      return answer;
    },
    reload: () => queries.fetchQuery({ ...inquiryQuery(id), staleTime: 0 }),
  });
  const [data, setData] = useState<Data>(() => saving.initial.form ?? (inquiry.form as Data));
  const [number, setNumber] = useState(
    () => saving.initial.consumer_number ?? inquiry.consumer_number ?? '',
  );
  const [revision, setRevision] = useState(saving.revision);
  if (revision !== saving.revision) {
    setRevision(saving.revision);
    setData(saving.initial.form ?? (inquiry.form as Data));
    setNumber(saving.initial.consumer_number ?? inquiry.consumer_number ?? '');
  }
  const change = (form: Data) => {
    setData(form);
    saving.change({ form });
  };
  const changeNumber = (consumer_number: string) => {
    setNumber(consumer_number);
    saving.change({ form: data, consumer_number });
  };
  // Also when nothing was typed: with the first save comes the number.
  const save = () => {
    saving.change({ form: data });
    return saving.flush();
  };
  return {
    data,
    change,
    number,
    changeNumber,
    save,
    flush: saving.flush,
    version: saving.version,
    saving,
  };
}

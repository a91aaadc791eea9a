// SPDX-License-Identifier: Apache-2.0
import { api, newIdempotencyKey, type Schemas, take } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import type { Data, FieldError } from '@okno/forms-core/schema';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { inquiryQuery } from './inquiry.ts';

export type CardFiller = Schemas['CardFiller'];

export const cardFillersQuery = queryOptions({
  queryKey: ['card-fillers'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/card-fillers', { signal })),
  staleTime: 60_000,
});

type Asked = { applicantId?: string; type?: string; person: Data };

export function useAskAboutPerson() {
  const queries = useQueryClient();
  const key = useRef(newIdempotencyKey());
  return useMutation({
    mutationFn: ({ applicantId, type, person }: Asked) =>
      take(
        api.POST('/api/v1/person-inquiries', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { applicant_id: applicantId, type, person: person as Record<string, never> },
        }),
      ),
    onSuccess: (inquiry) => {
      key.current = newIdempotencyKey();
      queries.setQueryData(inquiryQuery(inquiry.id).queryKey, inquiry);
      void queries.invalidateQueries({ queryKey: ['inquiries'] });
    },
    // A refused question is another one when it is asked again.
    onError: (error) => {
      if (error instanceof ProblemError) key.current = newIdempotencyKey();
    },
  });
}

// What the server misses or finds wrong about the person, as places of the form.
export function personErrors(error: unknown): FieldError[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.fields ?? [])
    .filter(({ pointer }) => pointer.startsWith('/person/'))
    .map(({ pointer, ...error }) => ({ ...error, pointer: pointer.slice('/person'.length) }));
}

// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, newIdempotencyKey, type Schemas, take } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { putVersion } from '@/lib/put-answer.ts';

export type Inquiry = Schemas['Inquiry'];
export type InquiryState = Inquiry['state'];
export type ActionName = Inquiry['actions'][number]['action'];

export function isWaiting(state: InquiryState) {
  return state === 'ready' || state === 'sent' || state === 'accepted';
}

// Live updates tell of every change; where the stream is cut, waiting still ends.
const askAgainMs = 10_000;

export function inquiryQuery(id: string) {
  return queryOptions({
    queryKey: ['inquiry', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/inquiries/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      state.data && isWaiting(state.data.state) ? askAgainMs : false,
  });
}

export function documentUrl(id: string, documentId: string) {
  return `/api/v1/inquiries/${id}/documents/${documentId}`;
}

// What the server says about an action; an action nobody offers is not allowed.
export function actionOf({ actions }: Inquiry, name: ActionName) {
  return actions.find(({ action }) => action === name);
}

function useInquiryChanged() {
  const queries = useQueryClient();
  return useCallback(
    (inquiry: Inquiry) => {
      putVersion(queries, inquiryQuery(inquiry.id).queryKey, inquiry);
      void queries.invalidateQueries({ queryKey: ['inquiries'] });
    },
    [queries],
  );
}

// A step with one inquiry; when it was refused because the inquiry had changed, it is read again.
function useStep<Input>(id: string, send: (input: Input) => Promise<Inquiry>) {
  const queries = useQueryClient();
  const changed = useInquiryChanged();
  return useMutation({
    mutationFn: send,
    onSuccess: changed,
    onError: async (error) => {
      if (error instanceof ProblemError && error.status === 412) {
        await queries.invalidateQueries(inquiryQuery(id));
      }
    },
  });
}

// One key for an act, kept while it is repeated after a lost connection; a refusal ends the act.
function useActKey() {
  const key = useRef(newIdempotencyKey());
  const renew = () => {
    key.current = newIdempotencyKey();
  };
  return { key, renew };
}

// `password`: of one's own signing key, then the content is signed in person.
type Sending = { version: number; password?: string };

export function useSend({ id }: Inquiry) {
  const { key, renew } = useActKey();
  return useStep(id, async ({ version, password }: Sending) => {
    try {
      return await take(
        api.POST('/api/v1/inquiries/{id}/sending', {
          params: {
            path: { id },
            header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key.current },
          },
          body: password === undefined ? undefined : { password },
        }),
      );
    } catch (error) {
      if (error instanceof ProblemError) renew();
      throw error;
    }
  });
}

export function useCancel({ id, version }: Inquiry) {
  return useStep(id, (reason: string) =>
    take(
      api.POST('/api/v1/inquiries/{id}/cancellation', {
        params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
        body: { reason },
      }),
    ),
  );
}

export function useBind({ id }: Inquiry) {
  return useStep(id, ({ applicant_id, version }: { applicant_id: string; version: number }) =>
    take(
      api.PUT('/api/v1/inquiries/{id}/applicant', {
        params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
        body: { applicant_id },
      }),
    ),
  );
}

export function useDelete({ id, version }: Inquiry) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.DELETE('/api/v1/inquiries/{id}', {
          params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['inquiries'] }),
  });
}

export function useRepeat({ id }: Inquiry) {
  const { key } = useActKey();
  return useStep<void>(id, () =>
    take(
      api.POST('/api/v1/inquiries/{id}/repetition', {
        params: { path: { id }, header: { 'Idempotency-Key': key.current } },
      }),
    ),
  );
}

export type NewInquiry = {
  type: string;
  applicant_id?: string;
  application_id?: string;
  item?: string;
  // Key of the one of the item's persons.
  person?: string;
};

export function useBegin() {
  const { key, renew } = useActKey();
  const changed = useInquiryChanged();
  return useMutation({
    mutationFn: (body: NewInquiry) =>
      take(
        api.POST('/api/v1/inquiries', {
          params: { header: { 'Idempotency-Key': key.current } },
          body,
        }),
      ),
    onSuccess: changed,
    onSettled: renew,
  });
}

// SPDX-License-Identifier: Apache-2.0
import { api, newIdempotencyKey, type Operations, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

type Attempt = Operations['recordCallAttempt']['requestBody']['content']['application/json'];
export type CallOutcome = Attempt['outcome'];

// In the order of the keys 1-5.
export const outcomes: CallOutcome[] = [
  'reached',
  'no_answer',
  'busy',
  'wrong_number',
  'call_back',
];

export function useRecordAttempt(callId: string) {
  const queries = useQueryClient();
  // The same act repeated after a lost connection is recorded once; the next act has a key of its own.
  const key = useRef(newIdempotencyKey());
  return useMutation({
    mutationFn: (body: Attempt) =>
      take(
        api.POST('/api/v1/calls/{id}/attempts', {
          params: { path: { id: callId }, header: { 'Idempotency-Key': key.current } },
          body,
        }),
      ),
    onSuccess: () => {
      key.current = newIdempotencyKey();
      return queries.invalidateQueries({ queryKey: ['calls'] });
    },
  });
}

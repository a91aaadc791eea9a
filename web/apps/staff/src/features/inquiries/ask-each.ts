// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, newIdempotencyKey, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewInquiry } from './inquiry.ts';

type Outcome = 'sent' | 'draft';

// Each is begun and, when its form is complete and no official has to sign it, sent at once; the first refusal ends it. What
// was made until then stays.
export function useAskEach() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (inquiries: NewInquiry[]) => {
      const outcomes: Outcome[] = [];
      for (const one of inquiries) outcomes.push(await ask(one));
      const sent = outcomes.filter((outcome) => outcome === 'sent').length;
      return { sent, drafts: outcomes.length - sent };
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['inquiries'] }),
  });
}

async function ask(body: NewInquiry): Promise<Outcome> {
  const { id, version, errors, personal_signature } = await take(
    api.POST('/api/v1/inquiries', {
      params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
      body,
    }),
  );
  if (errors.length > 0 || personal_signature === 'demanded') return 'draft';
  await take(
    api.POST('/api/v1/inquiries/{id}/sending', {
      params: {
        path: { id },
        header: { 'If-Match': ifMatch(version), 'Idempotency-Key': newIdempotencyKey() },
      },
    }),
  );
  return 'sent';
}

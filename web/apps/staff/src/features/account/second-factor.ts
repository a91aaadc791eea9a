// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '@/lib/session.ts';

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: (password: string) =>
      take(api.POST('/api/v1/session/second-factor', { body: { password } })),
  });
}

function useSecondFactorChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
}

export function useConfirmSecondFactor() {
  const changed = useSecondFactorChanged();
  return useMutation({
    mutationFn: (code: string) =>
      take(api.PUT('/api/v1/session/second-factor', { body: { code } })),
    onSuccess: changed,
  });
}

export function useRemoveSecondFactor() {
  const changed = useSecondFactorChanged();
  return useMutation({
    mutationFn: (password: string) =>
      take(api.DELETE('/api/v1/session/second-factor', { body: { password } })),
    onSuccess: changed,
  });
}

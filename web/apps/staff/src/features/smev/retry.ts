// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      take(api.POST('/api/v1/smev-messages/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['smev-messages'] }),
  });
}

// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Application, applicationQuery, isOutdated, seen } from './application.ts';

export function useDeleteDraft(application: Application) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => take(api.DELETE('/api/v1/applications/{id}', { params: seen(application) })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['applications'] });
      void queries.invalidateQueries({ queryKey: ['application-counts'] });
    },
    onError: async (error) => {
      if (isOutdated(error)) await queries.invalidateQueries(applicationQuery(application.id));
    },
  });
}

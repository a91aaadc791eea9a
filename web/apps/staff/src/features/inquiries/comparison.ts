// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export type Comparison = Schemas['CardComparison'];

export function comparisonQuery(id: string) {
  return queryOptions({
    queryKey: ['card-comparison', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/inquiries/{id}/card-comparison', { params: { path: { id } }, signal })),
  });
}

type Chosen = { comparison: Comparison; paths: string[] };

// The chosen values go to the card of the version that was compared.
export function useTakeToCard(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ comparison, paths }: Chosen) =>
      take(
        api.POST('/api/v1/inquiries/{id}/card-changes', {
          params: { path: { id } },
          body: { applicant_version: comparison.applicant_version ?? 0, paths },
        }),
      ),
    onSuccess: (card) => {
      queries.setQueryData(['applicant', card.id], card);
      void queries.invalidateQueries({ queryKey: ['applicant', card.id, 'history'] });
      void queries.invalidateQueries({ queryKey: ['inquiry', id] });
    },
    // A card changed meanwhile is compared again.
    onSettled: () => queries.invalidateQueries({ queryKey: ['card-comparison', id] }),
  });
}

// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, take } from '@okno/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';

type Body = Operations['resolveSmevMessage']['requestBody']['content']['application/json'];
export type ResolutionAction = Body['action'];

// A person decides of a parked message; the reason stays with it.
export function useResolve(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) =>
      take(api.POST('/api/v1/smev-messages/{id}/resolutions', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['smev-messages'] }),
  });
}

// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { putVersion } from '@/lib/put-answer.ts';

export type Registration = Schemas['Registration'];
export type ActionName = Registration['actions'][number]['action'];

export function registrationQuery(id: string) {
  return queryOptions({
    queryKey: ['registration', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/registrations/{id}', { params: { path: { id } }, signal })),
  });
}

// Every action answers with the card as it is afterwards; the lists are asked again.
export function useRegistrationChanged() {
  const queries = useQueryClient();
  return useCallback(
    (registration: Registration) => {
      putVersion(queries, registrationQuery(registration.id).queryKey, registration);
      void queries.invalidateQueries({ queryKey: ['registrations'] });
      void queries.invalidateQueries({ queryKey: ['registration-counts'] });
    },
    [queries],
  );
}

// The action as the server judged it; absent when the person has no right to it at all.
export function actionOf(registration: Registration, name: ActionName) {
  return registration.actions.find(({ action }) => action === name);
}

export function fileUrl(id: string, fileId: string) {
  return `/api/v1/registrations/${id}/files/${fileId}`;
}

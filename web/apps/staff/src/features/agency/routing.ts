// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';
import { useMutation } from '@tanstack/react-query';
import { type Registration, useRegistrationChanged } from './registration.ts';

type Routing = { unit_id: string; comment?: string };

export function useRoute(registration: Registration) {
  const changed = useRegistrationChanged();
  return useMutation({
    mutationFn: (body: Routing) =>
      take(
        api.POST('/api/v1/registrations/{id}/routing', {
          params: {
            path: { id: registration.id },
            header: { 'If-Match': ifMatch(registration.version) },
          },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

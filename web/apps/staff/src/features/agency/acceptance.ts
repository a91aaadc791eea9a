// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';
import { useMutation } from '@tanstack/react-query';
import { type Registration, useRegistrationChanged } from './registration.ts';

export function useAccept(registration: Registration) {
  const changed = useRegistrationChanged();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/registrations/{id}/acceptance', {
          params: {
            path: { id: registration.id },
            header: { 'If-Match': ifMatch(registration.version) },
          },
        }),
      ),
    onSuccess: changed,
  });
}

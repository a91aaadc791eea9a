// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { useMutation } from '@tanstack/react-query';

type Change = { current: string; new: string };

export const leastPasswordLength = 10;

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: Change) => take(api.PUT('/api/v1/session/password', { body })),
  });
}

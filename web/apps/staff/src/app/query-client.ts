// SPDX-License-Identifier: Apache-2.0
import { NetworkError, ProblemError } from '@okno/api/problem';
import { QueryClient } from '@tanstack/react-query';

function worthRepeating(failures: number, error: unknown) {
  if (failures >= 2) return false;
  return error instanceof NetworkError || (error instanceof ProblemError && error.status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Live events tell about changes; the time only covers a lost connection.
    queries: { staleTime: 30_000, retry: worthRepeating, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

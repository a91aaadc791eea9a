// SPDX-License-Identifier: Apache-2.0
import type { QueryClient, QueryKey } from '@tanstack/react-query';

// The answer to a change into the cache. A reading that began before the change must not overwrite it: it is begun anew.
export async function putAnswer(queries: QueryClient, queryKey: QueryKey, answer: unknown) {
  const reading = queries.isFetching({ queryKey, exact: true }) > 0;
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, answer);
  if (reading) void queries.invalidateQueries({ queryKey, exact: true });
}

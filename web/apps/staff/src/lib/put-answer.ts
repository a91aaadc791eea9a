// SPDX-License-Identifier: Apache-2.0
import type { QueryClient, QueryKey } from '@tanstack/react-query';

// The answer to a change into the cache. A reading that began before the change must not overwrite it: it is begun anew.
export async function putAnswer(queries: QueryClient, queryKey: QueryKey, answer: unknown) {
  const reading = queries.isFetching({ queryKey, exact: true }) > 0;
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, answer);
  if (reading) void queries.invalidateQueries({ queryKey, exact: true });
}

// The same for an answer that has a version. What the server told of in the meantime is newer than the answer to the
// change: on a busy line the event that the agency has it, and the reading it caused, come before that answer.
export function putVersion<T extends { version: number }>(
  queries: QueryClient,
  queryKey: QueryKey,
  answer: T,
) {
  const reading = queries.isFetching({ queryKey, exact: true }) > 0;
  queries.setQueryData<T>(queryKey, (known) =>
    known && known.version > answer.version ? known : answer,
  );
  if (reading) void queries.invalidateQueries({ queryKey, exact: true });
}

// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { putAnswer, putVersion } from './put-answer.ts';

it('keeps a reading that began before the change from overwriting its answer', async () => {
  const queries = new QueryClient();
  const queryKey = ['case', '1'];
  let finish: (value: string) => void = () => undefined;
  const reading = queries.fetchQuery({
    queryKey,
    queryFn: () => new Promise<string>((resolve) => (finish = resolve)),
  });
  const gone = reading.catch(() => 'cancelled');
  await putAnswer(queries, queryKey, 'after');
  finish('before');
  expect(await gone).toBe('cancelled');
  expect(queries.getQueryData(queryKey)).toBe('after');
  expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

it('does not put the answer to a change over what was read later', () => {
  const queries = new QueryClient();
  const queryKey = ['registration', '1'];
  queries.setQueryData(queryKey, { version: 5, answer: 'delivered' });
  putVersion(queries, queryKey, { version: 4, answer: 'queued' });
  expect(queries.getQueryData(queryKey)).toEqual({ version: 5, answer: 'delivered' });
  putVersion(queries, queryKey, { version: 6, answer: 'read' });
  expect(queries.getQueryData(queryKey)).toEqual({ version: 6, answer: 'read' });
});

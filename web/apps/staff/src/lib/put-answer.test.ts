// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { putAnswer } from './put-answer.ts';

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

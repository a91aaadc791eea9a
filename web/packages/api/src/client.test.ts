// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ifMatch, newIdempotencyKey, take } from './client.ts';
import { ProblemError } from './problem.ts';

function answered(status: number, error?: unknown, headers?: Record<string, string>) {
  return Promise.resolve({ error, response: new Response(null, { status, headers }) });
}

describe('take', () => {
  it('gives the body of an answer', async () => {
    const response = new Response('{}', { status: 200 });
    expect(await take(Promise.resolve({ data: { items: [1] }, response }))).toEqual({ items: [1] });
  });

  it('throws the refusal with its code and when to try again', async () => {
    const problem = {
      title: 'Слишком много попыток',
      status: 429,
      code: 'access.too_many_attempts',
    };
    const refused = await take(answered(429, problem, { 'Retry-After': '42' })).catch((e) => e);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ code: 'access.too_many_attempts', retryAfterSeconds: 42 });
  });

  it('names by its status an answer that is no problem document', async () => {
    const refused = await take(answered(502, '<html>Bad gateway</html>')).catch((e) => e);
    expect(refused).toMatchObject({ code: 'http.502', status: 502 });
  });
});

describe('headers of changes', () => {
  it('quotes the version as an entity tag', () => {
    expect(ifMatch(7)).toBe('"7"');
  });

  it('makes a new idempotency key every time, long enough for the server', () => {
    const keys = new Set(Array.from({ length: 100 }, newIdempotencyKey));
    expect(keys.size).toBe(100);
    expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/);
  });
});

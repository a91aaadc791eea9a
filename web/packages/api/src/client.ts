// SPDX-License-Identifier: Apache-2.0
import createClient from 'openapi-fetch';
import { toProblemError } from './problem.ts';
import type { components, operations, paths } from './schema.d.ts';
import { send } from './transport.ts';

export type Schemas = components['schemas'];
export type Operations = operations;

export const api = createClient<paths>({
  baseUrl: origin(),
  credentials: 'same-origin',
  fetch: send,
});

function origin() {
  return typeof location === 'undefined' ? 'http://localhost' : location.origin;
}

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

// The answer's body, or a thrown ProblemError / NetworkError / SignedOutError.
export async function take<Data>(answer: Promise<Answer<Data>>): Promise<Exclude<Data, undefined>> {
  const { data, error, response } = await answer;
  if (!response.ok) throw toProblemError(error, response);
  return data as Exclude<Data, undefined>;
}

// If-Match for the version of the object that the person has seen.
export function ifMatch(version: number) {
  return `"${version}"`;
}

// A key for one act of the person; keep it while repeating the act, take a new one for the next act.
export function newIdempotencyKey() {
  // Not randomUUID(): browsers have it only under https, and a branch may use plain http inside its network.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

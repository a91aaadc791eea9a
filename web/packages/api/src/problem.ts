// SPDX-License-Identifier: Apache-2.0
import type { components } from './schema.d.ts';

export type Problem = components['schemas']['Problem'];
export type FieldProblem = NonNullable<Problem['fields']>[number];

// The server's refusal. `title` is a sentence in the user's language, `code` is stable and goes to support.
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.title);
    this.name = 'ProblemError';
  }

  get code() {
    return this.problem.code;
  }

  get status() {
    return this.problem.status;
  }
}

// The server did not answer: whether it did the work is unknown, repeating with the same Idempotency-Key is safe.
export class NetworkError extends Error {
  constructor(cause?: unknown) {
    super('network', { cause });
    this.name = 'NetworkError';
  }
}

// The session ended and the person did not sign in again: the request was not done.
export class SignedOutError extends Error {
  constructor() {
    super('signed out');
    this.name = 'SignedOutError';
  }
}

export function hasCode(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

export function toProblemError(body: unknown, response: Pick<Response, 'status' | 'headers'>) {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const problem = isProblem(body)
    ? body
    : { title: '', status: response.status, code: `http.${response.status}` };
  return new ProblemError(problem, Number.isNaN(retryAfter) ? undefined : retryAfter);
}

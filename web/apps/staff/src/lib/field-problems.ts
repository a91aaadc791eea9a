// SPDX-License-Identifier: Apache-2.0
import { ProblemError } from '@okno/api/problem';
import type { FieldError } from '@okno/forms-core/schema';

// Wrong fields that a refusal names, with the server's words for codes that only it knows.
export function fieldErrorsOf(error: unknown): FieldError[] {
  return error instanceof ProblemError ? [...(error.problem.fields ?? [])] : [];
}

// The server's word about one field of a small form, to stand at the field.
export function fieldProblem(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.fields?.find((field) => field.pointer === pointer)?.title;
}

// What is left to say above the form when the fields given show their own problems.
export function besidesFields(error: unknown, pointers: string[]): unknown {
  if (!(error instanceof ProblemError)) return error;
  const fields = error.problem.fields ?? [];
  const allShown = fields.length > 0 && fields.every(({ pointer }) => pointers.includes(pointer));
  return allShown ? undefined : error;
}

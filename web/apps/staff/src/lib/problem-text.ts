// SPDX-License-Identifier: Apache-2.0
import {
  type FieldProblem,
  NetworkError,
  type Problem,
  ProblemError,
  SignedOutError,
} from '@okno/api/problem';
import { fileSize } from './format.ts';
import type { T } from './language.tsx';
import { FileTooLargeError, WrongFileKindError } from './refused-file.ts';

export type ProblemText = {
  title: string;
  detail?: string;
  // For support, of what the person can not mend: the stable code and, when the server gave it, the request's id.
  code?: string;
  fields: FieldProblem[];
};

type Options = { kept?: boolean };

export function describeProblem(error: unknown, t: T, options: Options = {}): ProblemText {
  if (error instanceof ProblemError) return describeRefusal(error, t);
  if (error instanceof NetworkError) {
    const detail = options.kept ? t('problem.network.kept') : t('problem.network.repeat');
    return { title: t('problem.network.title'), detail, fields: [] };
  }
  if (error instanceof FileTooLargeError) {
    const limit = fileSize(error.maxBytes, 'ru');
    return { title: t('file.tooLarge', { limit }), detail: t('file.tooLarge.hint'), fields: [] };
  }
  if (error instanceof WrongFileKindError) {
    const kinds = error.accept.replaceAll('.', '').toUpperCase().replaceAll(',', ', ');
    return { title: t('file.wrongKind', { kinds }), detail: t('file.wrongKind.hint'), fields: [] };
  }
  if (error instanceof SignedOutError) return { title: t('problem.signedOut'), fields: [] };
  return {
    title: t('problem.unforeseen.title'),
    detail: t('problem.unforeseen.detail'),
    fields: [],
  };
}

// The title is the whole sentence: the server has already put `detail` into it where it belongs.
function describeRefusal({ problem, retryAfterSeconds }: ProblemError, t: T): ProblemText {
  const title = problem.title || t('problem.status', { status: String(problem.status) });
  const saysWhen = retryAfterSeconds === undefined || title.includes(String(retryAfterSeconds));
  return {
    title,
    detail: saysWhen ? undefined : t('problem.retryAfter', { count: retryAfterSeconds }),
    code: isForPerson(problem) ? undefined : codeOf(problem),
    fields: problem.fields ?? [],
  };
}

// A refusal in words («Неверный логин или пароль») is nothing to call support about; an answer that has none, or a
// fault of the server, is.
function isForPerson({ title, status }: Problem) {
  return Boolean(title) && status < 500;
}

function codeOf({ code, request_id }: Problem) {
  return request_id ? `${code} · ${request_id}` : code;
}

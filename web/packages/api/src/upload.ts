// SPDX-License-Identifier: Apache-2.0
import { NetworkError, type ProblemError, toProblemError } from './problem.ts';
import { commonHeaders, mayGo, sessionRenewed } from './transport.ts';

export type UploadOptions = {
  url: string;
  // A list sends the same name several times.
  fields: Record<string, string | File | readonly (string | File)[]>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  // A share from 0 to 1.
  onProgress?: (share: number) => void;
};

type Outcome = { status: number; text: string; headers: Headers };

// Sends a form with files. fetch() cannot tell the progress of sending, hence XMLHttpRequest.
export async function upload<Body>(options: UploadOptions): Promise<Body> {
  await mayGo(options.url);
  let outcome = await post(options);
  const refused = outcome.status === 403 ? refusal(outcome).code : undefined;
  const renewed = await sessionRenewed({ status: outcome.status, code: refused }, options.url);
  if (renewed) outcome = await post(options);
  if (outcome.status >= 400) throw refusal(outcome);
  return (outcome.text === '' ? undefined : JSON.parse(outcome.text)) as Body;
}

function refusal({ status, text, headers }: Outcome): ProblemError {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return toProblemError(body, { status, headers });
}

function post({ url, fields, headers, signal, onProgress }: UploadOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      for (const part of Array.isArray(value) ? value : [value]) form.append(name, part);
    }
    request.open('POST', url);
    const all = { Accept: 'application/json', ...commonHeaders('POST'), ...headers };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) =>
      event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new NetworkError());
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (signal?.aborted) reject(new DOMException('cancelled', 'AbortError'));
    else request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Outcome {
  const headers = new Headers();
  const retryAfter = request.getResponseHeader('Retry-After');
  if (retryAfter) headers.set('Retry-After', retryAfter);
  return { status: request.status, text: request.responseText, headers };
}

// SPDX-License-Identifier: Apache-2.0
import { vi } from 'vitest';

export type Asked = { method: string; path: string; headers: Headers; body: unknown };
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
export type Handler = (asked: Asked) => Answer | Promise<Answer>;

// Stands for the server at the edge of the page: answers by "METHOD /path", remembers what was asked.
export function stubServer(handlers: Record<string, Handler>) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    const text = await request.clone().text();
    const seen: Asked = {
      method: request.method,
      path,
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    asked.push(seen);
    const handler = handlers[`${request.method} ${path}`];
    if (!handler) throw new TypeError(`the test's server has no ${request.method} ${path}`);
    const { status = 200, body, headers } = await handler(seen);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  });
  return asked;
}

export function refusal(status: number, code: string, title: string, headers = {}): Answer {
  return { status, body: { title, status, code }, headers };
}

// The server to which files are sent, one at a time: fetch() can not tell the progress of sending, so
// uploads go by XMLHttpRequest.
export function stubUploads(answer: (file: File) => Answer) {
  class Sending {
    upload: { onprogress?: () => void } = {};
    onload?: () => void;
    status = 0;
    responseText = '';
    open() {}
    setRequestHeader() {}
    getResponseHeader() {
      return null;
    }
    send(form: FormData) {
      const { status = 200, body } = answer(form.get('file') as File);
      this.status = status;
      this.responseText = body === undefined ? '' : JSON.stringify(body);
      queueMicrotask(() => this.onload?.());
    }
  }
  vi.stubGlobal('XMLHttpRequest', Sending);
}

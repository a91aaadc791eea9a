// SPDX-License-Identifier: Apache-2.0
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from './problem.ts';
import { onSessionExpired, setCsrfToken } from './transport.ts';
import { upload } from './upload.ts';

type Seen = { url?: string; headers: IncomingHttpHeaders; body: string };

let server: Server;
let seen: Seen[];
let answer: (response: ServerResponse, count: number) => void;

function reply(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

beforeEach(async () => {
  seen = [];
  answer = (response) => reply(response, 201, { id: 'd1' });
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      seen.push({ url: request.url, headers: request.headers, body });
      answer(response, seen.length);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  (window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(
    `http://127.0.0.1:${port}/`,
  );
});

afterEach(async () => {
  onSessionExpired(undefined);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const scan = new File(['%PDF-1.7 scan'], 'паспорт.pdf', { type: 'application/pdf' });
const url = '/api/v1/applications/a1/documents';

describe('upload', () => {
  it('sends the fields and files under their names, with the headers of a change', async () => {
    setCsrfToken('csrf-1');
    const created = await upload<{ id: string }>({
      url,
      fields: { item: 'passport', file: [scan, scan] },
      headers: { 'Idempotency-Key': 'key-12345' },
    });
    expect(created).toEqual({ id: 'd1' });
    expect(seen[0]?.headers).toMatchObject({
      'x-csrf-token': 'csrf-1',
      'idempotency-key': 'key-12345',
    });
    expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen[0]?.body.match(/name="file"/g)).toHaveLength(2);
    expect(seen[0]?.body).toContain('name="item"');
  });

  it('throws the refusal of the server', async () => {
    const problem = { title: 'Файл больше 50 МБ', status: 413, code: 'files.too_large' };
    answer = (response) => reply(response, 413, problem);
    const refused: unknown = await upload({ url, fields: { file: scan } }).catch((e) => e);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ code: 'files.too_large' });
  });

  it('goes again after a new sign-in', async () => {
    answer = (response, count) =>
      count === 1 ? reply(response, 401, {}) : reply(response, 201, { id: 'd2' });
    onSessionExpired(async () => true);
    expect(await upload({ url, fields: { file: scan } })).toEqual({ id: 'd2' });
    expect(seen).toHaveLength(2);
    expect(seen[1]?.body).toContain('%PDF-1.7 scan');
  });

  it('stops on demand and tells a lost connection from a refusal', async () => {
    const abort = new AbortController();
    answer = () => abort.abort();
    await expect(
      upload({ url, fields: { file: scan }, signal: abort.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });

    answer = (response) => response.destroy();
    await expect(upload({ url, fields: { file: scan } })).rejects.toBeInstanceOf(NetworkError);
  });
});

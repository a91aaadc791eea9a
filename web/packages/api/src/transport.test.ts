// @vitest-environment node
// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, SignedOutError } from './problem.ts';
import { onSessionExpired, send, setCsrfToken, setLanguageHeader } from './transport.ts';

type Seen = { method?: string; body: string; headers: IncomingMessage['headers'] };

let server: Server;
let base: string;
let seen: Seen[];
let answer: (response: ServerResponse, count: number) => void;

beforeEach(async () => {
  seen = [];
  answer = (response) => response.end('{}');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push({ method: request.method, body, headers: request.headers });
      answer(response, seen.length);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  onSessionExpired(undefined);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function expiredOnce(response: ServerResponse, count: number) {
  response.statusCode = count === 1 ? 401 : 200;
  response.end('{}');
}

function put(path: string) {
  return new Request(`${base}${path}`, { method: 'PUT', body: '{"form":{"a":1}}' });
}

describe('send', () => {
  it('carries the language always and the CSRF token only with changes', async () => {
    setLanguageHeader('en');
    setCsrfToken('token-1');
    await send(new Request(`${base}/api/v1/services`));
    await send(put('/api/v1/x'));
    expect(seen.map(({ headers }) => headers['accept-language'])).toEqual(['en', 'en']);
    expect(seen.map(({ headers }) => headers['x-csrf-token'])).toEqual([undefined, 'token-1']);
  });

  it('repeats the request with its body and the new token after a new sign-in', async () => {
    answer = expiredOnce;
    setCsrfToken('old');
    onSessionExpired(async () => {
      setCsrfToken('new');
      return true;
    });
    const response = await send(put('/api/v1/applications/1/draft'));
    expect(response.status).toBe(200);
    expect(seen.map(({ body }) => body)).toEqual(['{"form":{"a":1}}', '{"form":{"a":1}}']);
    expect(seen.map(({ headers }) => headers['x-csrf-token'])).toEqual(['old', 'new']);
  });

  it('does not repeat when the person leaves', async () => {
    answer = expiredOnce;
    onSessionExpired(async () => false);
    await expect(send(put('/api/v1/x'))).rejects.toBeInstanceOf(SignedOutError);
    expect(seen).toHaveLength(1);
  });

  it('lets the sign-in itself be refused', async () => {
    answer = expiredOnce;
    onSessionExpired(async () => {
      throw new Error('must not be asked');
    });
    const response = await send(put('/api/v1/session'));
    expect(response.status).toBe(401);
  });

  it('tells a silent server from a refusal', async () => {
    await new Promise((closed) => server.close(closed));
    await expect(send(put('/api/v1/x'))).rejects.toBeInstanceOf(NetworkError);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { NetworkError, SignedOutError } from './problem.ts';

// What every request carries. Set by the app once the person is known.
const carried = { language: 'ru', csrfToken: '', refreshing: false };

export function setLanguageHeader(language: string) {
  carried.language = language;
}

export function setCsrfToken(token: string) {
  carried.csrfToken = token;
}

// What `ask` asks for by itself, while nobody has opened anything: the access log tells it from a person's reading.
export function asRefresh(ask: () => void) {
  carried.refreshing = true;
  try {
    ask();
  } finally {
    carried.refreshing = false;
  }
}

// Asks the person to sign in again; resolves true when the same person did.
let renewSession: (() => Promise<boolean>) | undefined;

export function onSessionExpired(renew: (() => Promise<boolean>) | undefined) {
  renewSession = renew;
}

export function commonHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': carried.language };
  if (method !== 'GET' && method !== 'HEAD') headers['X-CSRF-Token'] = carried.csrfToken;
  if (carried.refreshing) headers['X-Okno-Refresh'] = '1';
  return headers;
}

// True when the request may be repeated because the person has signed in again.
export async function sessionRenewed(status: number, url: string): Promise<boolean> {
  if (status !== 401 || !renewSession || isOwnSession(url)) return false;
  if (await renewSession()) return true;
  throw new SignedOutError();
}

function isOwnSession(url: string) {
  return new URL(url, 'http://localhost').pathname === '/api/v1/session';
}

function withHeaders(request: Request) {
  for (const [name, value] of Object.entries(commonHeaders(request.method))) {
    request.headers.set(name, value);
  }
  return request;
}

async function sendOnce(request: Request) {
  try {
    return await fetch(withHeaders(request));
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new NetworkError(cause);
  }
}

// One request. When the session has expired, waits for a new sign-in and repeats it, so nothing typed is lost.
export async function send(request: Request): Promise<Response> {
  const repeat = request.clone();
  const response = await sendOnce(request);
  return (await sessionRenewed(response.status, request.url)) ? sendOnce(repeat) : response;
}

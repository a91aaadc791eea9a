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

const refreshHeader = 'X-Okno-Refresh';

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
type Renew = (refusal: SessionRefusal) => Promise<boolean>;
let renewSession: Renew | undefined;

export function onSessionExpired(renew: Renew | undefined) {
  renewSession = renew;
}

export function commonHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': carried.language };
  if (method !== 'GET' && method !== 'HEAD') headers['X-CSRF-Token'] = carried.csrfToken;
  if (carried.refreshing) headers[refreshHeader] = '1';
  return headers;
}

// What was refused for want of a session: none at all, or one of somebody else (a stranger's token does not fit it).
export type SessionRefusal = { status: number; code?: string };

// True when the request may be repeated because the person has signed in again.
export async function sessionRenewed(refusal: SessionRefusal, url: string): Promise<boolean> {
  const { status, code } = refusal;
  const ended = status === 401 || (status === 403 && code === 'access.csrf');
  if (!ended || !renewSession || isOwnSession(url)) return false;
  if (await renewSession(refusal)) return true;
  throw new SignedOutError();
}

// While a person has to say who they are nothing goes out: another's cookie would carry it.
let held: Promise<boolean> | undefined;

export function holdRequests(until: Promise<boolean>) {
  held = until;
  void until.then(() => {
    if (held === until) held = undefined;
  });
}

// Resolves when a request may go; refuses it when the person has not signed in again.
export async function mayGo(url: string): Promise<void> {
  if (held && !isOwnSession(url) && !(await held)) throw new SignedOutError();
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
  // Known only now, while `asRefresh` asks.
  if (carried.refreshing) request.headers.set(refreshHeader, '1');
  await mayGo(request.url);
  const repeat = request.clone();
  const response = await sendOnce(request);
  const refusal = { status: response.status, code: await codeOf(response) };
  return (await sessionRenewed(refusal, request.url)) ? sendOnce(repeat) : response;
}

async function codeOf(response: Response): Promise<string | undefined> {
  if (response.status !== 403) return undefined;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return (body as { code?: string } | undefined)?.code;
}

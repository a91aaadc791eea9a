// SPDX-License-Identifier: Apache-2.0
// The whole product as processes of its own, for stories and chaos: a test bed, demo data, a server, on free ports and
// in a folder of their own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyTree, model } from './model.mjs';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'build/okno');
export const password = 'okno-demo-2026';

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export async function until(what, check, { timeoutMs = 60_000, everyMs = 100 } = {}) {
  const end = Date.now() + timeoutMs;
  let last;
  while (Date.now() < end) {
    try {
      const value = await check();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await pause(everyMs);
  }
  throw new Error(`waited in vain for ${what}${last ? `: ${last.message}` : ''}`);
}

function worksIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

export class Stack {
  // A folder and ports, nothing started yet.
  static async bare() {
    const stack = new Stack();
    stack.folder = mkdtempSync(join(tmpdir(), 'okno-story-'));
    // The private PostgreSQL runs as another user when we are root, and must be able to walk in.
    chmodSync(stack.folder, 0o755);
    stack.port = await freePort();
    stack.testbedPort = await freePort();
    stack.ftpPort = await freePort();
    stack.base = `http://127.0.0.1:${stack.port}`;
    return stack;
  }

  // A folder as the demo leaves it, and ports of its own; nothing started yet.
  static async filled() {
    const folder = await model();
    const stack = await Stack.bare();
    copyTree(folder, stack.folder);
    return stack;
  }

  static async start() {
    // While a story is being written: against a product that runs already.
    if (process.env.OKNO_STORY_URL)
      return Object.assign(new Stack(), { base: process.env.OKNO_STORY_URL, stop: async () => {} });
    const stack = await Stack.filled();
    try {
      await stack.startTestbed();
      await stack.followTestbed();
      await stack.startServer();
    } catch (error) {
      await stack.stop();
      throw error;
    }
    return stack;
  }

  get environment() {
    return {
      ...process.env,
      OKNO_DATA: this.folder,
      OKNO_PORT: String(this.port),
      OKNO_TESTBED_PORT: String(this.testbedPort),
      OKNO_TESTBED_FTP_PORT: String(this.ftpPort),
      OKNO_LOG_LEVEL: 'warning',
      OKNO_EXCHANGE_POLL_SECONDS: '1',
      ...this.extra,
    };
  }

  launch(words) {
    const child = spawn(program, words, { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (child.output = (child.output + data).slice(-20_000)));
    return child;
  }

  async run(words) {
    const child = this.launch(words);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`okno ${words.join(' ')} ended with ${code}:\n${child.output}`);
    return child.output;
  }

  async startTestbed() {
    this.testbed = this.launch(['testbed']);
    await until('the test bed', async () => {
      if (this.testbed.exitCode !== null) throw new Error(this.testbed.output);
      return (await fetch(`http://127.0.0.1:${this.testbedPort}/control/state`)).ok;
    });
  }

  // The second start of `./run`: the connections of the demo take our test bed's address.
  followTestbed() {
    return this.run(['demo', '--if-empty']);
  }

  async startServer() {
    this.server = this.launch(['serve']);
    await until('the server', async () => {
      if (this.server.exitCode !== null) throw new Error(this.server.output);
      return (await fetch(`${this.base}/readyz`)).ok;
    });
  }

  async end(child, signal = 'SIGTERM') {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async stop() {
    await this.end(this.server);
    await this.end(this.testbed);
    // A killed program leaves its database running.
    for (const cluster of ['postgres', 'testbed/db']) await this.endDatabase(join(this.folder, cluster, 'server/data'));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async endDatabase(data) {
    const file = join(data, 'postmaster.pid');
    if (!existsSync(file)) return;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (!worksIn(pid, data)) return;
    process.kill(pid, 'SIGQUIT');
    await until(`the end of the database in ${data}`, () => !worksIn(pid, data));
  }

  // A signed-in person: get/post/put with the session's cookie and CSRF token.
  async signIn(login, options = {}) {
    const answer = await fetch(`${this.base}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'ru' },
      body: JSON.stringify({ login, password: options.password ?? password }),
    });
    const session = await answer.json();
    if (answer.status !== 201) throw Object.assign(new Error(`sign-in: ${session.code}`), { problem: session, status: answer.status });
    return new Person(this.base, answer.headers.get('set-cookie').split(';')[0], session);
  }
}

export class Person {
  constructor(base, cookie, session) {
    Object.assign(this, { base, cookie, session });
  }

  async request(method, path, { body, key, version, headers = {}, raw } = {}) {
    const answer = await fetch(this.base + path, {
      method,
      headers: {
        Cookie: this.cookie,
        'Accept-Language': 'ru',
        'X-CSRF-Token': this.session.csrf_token,
        ...(body !== undefined && !(body instanceof FormData) ? { 'Content-Type': 'application/json' } : {}),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(version !== undefined ? { 'If-Match': `"${version}"` } : {}),
        ...headers,
      },
      body: body instanceof FormData ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    if (raw) return answer;
    const text = await answer.text();
    const value = text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return { status: answer.status, body: value, headers: answer.headers };
  }

  // The body of a success, or an error that carries the problem.
  async must(method, path, options) {
    const { status, body } = await this.request(method, path, options);
    if (status >= 400) throw Object.assign(new Error(`${method} ${path}: ${status} ${body?.code ?? ''} ${JSON.stringify(body?.fields ?? '')}`), { status, problem: body });
    return body;
  }
}

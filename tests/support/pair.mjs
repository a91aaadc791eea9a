// SPDX-License-Identifier: Apache-2.0
// A centre and an agency as two installations with databases of their own, and the bus between them: three processes.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Stack } from './stack.mjs';

// Rows of a query against an installation's own database, as objects.
export function query(stack, sql) {
  const socket = join(stack.folder, 'postgres/server/socket');
  const rows = execFileSync(
    'psql',
    ['-h', socket, '-U', 'postgres', '-d', 'okno', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-c', `SELECT coalesce(json_agg(r), '[]') FROM (${sql}) r`],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(rows);
}

function change(stack, sql) {
  const socket = join(stack.folder, 'postgres/server/socket');
  execFileSync('psql', ['-h', socket, '-U', 'postgres', '-d', 'okno', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-c', sql]);
}

export class Pair {
  // Both installations begin as copies of one demo; then each speaks for its own organization only.
  static async start() {
    const pair = new Pair();
    try {
      pair.centre = await Stack.filled();
      pair.agency = await Stack.filled();
      // What a killed process had in hand must come again while the test runs.
      pair.centre.extra = { OKNO_TESTBED_VISIBILITY_SECONDS: '3', OKNO_WORKER_THREADS: '8' };
      pair.agency.extra = { OKNO_WORKER_THREADS: '8' };
      pair.agency.testbedPort = pair.centre.testbedPort;
      await pair.centre.startTestbed();
      for (const stack of [pair.centre, pair.agency]) {
        await stack.followTestbed();
        await stack.startServer();
      }
    } catch (error) {
      await pair.stop();
      throw error;
    }
    return pair;
  }

  // Both sides from now on speak this version of the envelope.
  speak(version) {
    const url = `http://127.0.0.1:${this.centre.testbedPort}/smev/v${version}/ws`;
    const nobody = 'http://127.0.0.1:9/';
    for (const [stack, own] of [
      [this.centre, "o.kind = 'center'"],
      [this.agency, "o.kind <> 'center'"],
    ]) {
      change(
        stack,
        `UPDATE exchange.connections c SET version = '${version}', revision = revision + 1, state = 'unknown', retry_at = NULL,
           url = CASE WHEN ${own} THEN '${url}' ELSE '${nobody}' END
         FROM access.organizations o WHERE o.id = c.organization_id`,
      );
    }
  }

  async stop() {
    await this.agency?.end(this.agency.server);
    await this.centre?.end(this.centre.server);
    await this.agency?.stop();
    await this.centre?.stop();
  }
}

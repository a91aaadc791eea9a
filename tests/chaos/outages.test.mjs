// SPDX-License-Identifier: Apache-2.0
// The bus down, the database killed: people get a clear answer, nothing acknowledged is lost, it mends itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { draft, file, fill, handOver } from '../support/road.mjs';
import { Stack, until } from '../support/stack.mjs';

// A message that the bus handed out and died before it was received comes again after this; by default in 15 minutes, as in
// СМЭВ, which is longer than the tests wait.
process.env.OKNO_TESTBED_VISIBILITY_SECONDS = '3';

let stack;
before(async () => {
  stack = await Stack.start();
});
after(() => stack?.stop());

async function readyToSend(operator) {
  return handOver(operator, await file(operator, await fill(operator, await draft(operator))));
}

test('with the bus down sending queues and goes out by itself when it is back', { timeout: 180_000 }, async () => {
  const operator = await stack.signIn('ivanova');
  const processor = await stack.signIn('kuznetsova');
  const handed = await readyToSend(operator);
  await stack.end(stack.testbed, 'SIGKILL');
  const sent = await processor.must('POST', `/api/v1/applications/${handed.id}/sending`, { version: handed.version });
  assert.equal(sent.status, 'delivery_queued');
  await until('that the bus is away in the journal', async () => {
    const { items } = await processor.must('GET', `/api/v1/smev-messages?subject=${handed.id}`);
    return items.some((message) => message.state === 'waiting' && message.error_code === 'exchange.bus_unreachable');
  });
  await stack.startTestbed();
  await until('the message at the agency', async () => {
    const now = await processor.must('GET', `/api/v1/applications/${handed.id}`);
    return now.status === 'in_agency' && now.external_status;
  }, { timeoutMs: 120_000 });
  const officer = await stack.signIn('sokolova');
  const { items } = await officer.must('GET', `/api/v1/registrations?q=${handed.number}`);
  assert.equal(items.length, 1, 'it arrived once');
});

test('a bus killed again and again while messages come loses none and doubles none', { timeout: 300_000 }, async () => {
  const operator = await stack.signIn('ivanova');
  const processor = await stack.signIn('kuznetsova');
  const officer = await stack.signIn('sokolova');
  const handed = [];
  for (let count = 0; count < 6; count += 1) {
    const ready = await readyToSend(operator);
    await processor.must('POST', `/api/v1/applications/${ready.id}/sending`, { version: ready.version });
    handed.push(ready);
    // Every other time, whatever is under way: accepted or not, handed out or not.
    if (count % 2 === 1) {
      await stack.end(stack.testbed, 'SIGKILL');
      await stack.startTestbed();
    }
  }
  for (const { id, number } of handed) {
    await until(`the message of ${number} at the agency`, async () => {
      const now = await processor.must('GET', `/api/v1/applications/${id}`);
      return now.status === 'in_agency' && now.external_status;
    }, { timeoutMs: 200_000 });
    const { items } = await officer.must('GET', `/api/v1/registrations?q=${number}`);
    assert.equal(items.length, 1, `${number} arrived once`);
  }
});

test('a killed database is told with a stable code and comes back by itself', { timeout: 180_000 }, async () => {
  const operator = await stack.signIn('ivanova');
  const begun = await draft(operator);
  const pid = Number(readFileSync(join(stack.folder, 'postgres/server/data/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  const seen = new Set();
  let inARow = 0;
  await until('the database', async () => {
    const { status, body } = await operator.request('GET', `/api/v1/applications/${begun.id}`);
    if (status !== 200) seen.add(`${status} ${body.code}`);
    // Every connection of the pool has to find out: back is what answers ten times in a row.
    inARow = status === 200 ? inARow + 1 : 0;
    return inARow === 10;
  }, { timeoutMs: 60_000, everyMs: 20 });
  for (const answer of seen) assert.equal(answer, '503 database.unavailable');
  assert.equal((await operator.must('GET', `/api/v1/applications/${begun.id}`)).id, begun.id);
});

test('another user of the machine reads nothing in the data folder', () => {
  const open = execFileSync('find', [stack.folder, '-mindepth', '1', '!', '-type', 'l', '!', '-type', 's', '-perm', '/006'], { encoding: 'utf8' });
  // Folders may be walked through; the settings of PostgreSQL hold no secret and are read by its own user.
  const ours = open.split('\n').filter((path) => path && !path.endsWith('/server/okno.conf'));
  assert.deepEqual(ours.map((path) => path.slice(stack.folder.length)), []);
});

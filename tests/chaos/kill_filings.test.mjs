// SPDX-License-Identifier: Apache-2.0
// Promise "Nothing lost": SIGKILL in the middle of 1,000 filings loses none that was acknowledged and doubles none.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { draft, fill, findApplicant } from '../support/road.mjs';
import { Stack, until } from '../support/stack.mjs';

const filings = 1000;
const clients = 8;
let stack;

before(async () => {
  stack = await Stack.start();
});
after(() => stack?.stop());

test('a server killed twice in the middle of 1,000 filings loses none and doubles none', { timeout: 600_000 }, async () => {
  let operator = await stack.signIn('ivanova');
  const applicant = await findApplicant(operator);
  const model = await fill(operator, await draft(operator, { applicantId: applicant.id }));
  const marks = model.checklist.filter((item) => item.given).map(({ code }) => ({ item: code, given: true, form: 'copy', sheets: 1, copies: 1 }));

  const waiting = Array.from({ length: filings }, () => ({ create: randomUUID(), file: randomUUID() }));
  const acknowledged = new Map();
  let unknown = 0;

  // One filing from nothing to a number. Every step is repeated with its own key after a broken connection.
  const fileOne = async (keys) => {
    const begun = await draft(operator, { applicantId: applicant.id, key: keys.create });
    const saved =
      begun.status === 'draft' && begun.version === 1
        ? await operator.must('PUT', `/api/v1/applications/${begun.id}/draft`, { version: begun.version, body: { form: model.form, marks, consent: true } })
        : begun;
    const filed = await operator.must('POST', `/api/v1/applications/${begun.id}/filing`, { version: saved.version, key: keys.file });
    acknowledged.set(keys.file, { id: filed.id, number: filed.number });
  };

  const kill = async () => {
    await stack.end(stack.server, 'SIGKILL');
    await stack.startServer();
    operator = await stack.signIn('ivanova');
  };
  let down;
  const killsAt = [filings / 4, (filings * 3) / 5];
  const work = async () => {
    for (let keys = waiting.pop(); keys; keys = waiting.pop()) {
      for (let attempt = 0; ; attempt += 1) {
        if (down) await down;
        if (killsAt.length > 0 && acknowledged.size >= killsAt[0]) {
          killsAt.shift();
          down = kill().finally(() => (down = undefined));
        }
        try {
          await fileOne(keys);
          break;
        } catch (error) {
          // The outcome is unknown, the session may be of the killed server's time: again with the same keys.
          if (attempt > 20 || (error.status && error.status < 500 && error.status !== 401)) throw error;
          unknown += 1;
          await until('the server', async () => (await fetch(`${stack.base}/readyz`)).ok);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, work));

  assert.equal(acknowledged.size, filings);
  assert.equal(killsAt.length, 0, 'both kills happened while filings ran');
  assert.ok(unknown > 0, 'the kills hit running requests');
  const numbers = [...acknowledged.values()].map(({ number }) => number);
  assert.equal(new Set(numbers).size, filings, 'every filing has a number of its own');

  // What is acknowledged is in the audit trail.
  const auditor = await stack.signIn('orlova');
  const told = new Set();
  let page = '';
  do {
    const entries = await auditor.must('GET', `/api/v1/audit-entries?event=application.filed&limit=200${page}`);
    for (const entry of entries.items) told.add(entry.object_id);
    page = entries.next_cursor ? `&cursor=${encodeURIComponent(entries.next_cursor)}` : '';
  } while (page);
  for (const { id } of acknowledged.values()) assert.ok(told.has(id), `the filing of ${id} has no audit entry`);

  // What the database holds: each acknowledged filing once, numbers without a gap.
  const held = new Map();
  let cursor = '';
  do {
    const page = await operator.must('GET', `/api/v1/applications?list=all&status=intake&limit=200${cursor}`);
    for (const row of page.items) if (row.number) held.set(row.id, row.number);
    cursor = page.next_cursor ? `&cursor=${encodeURIComponent(page.next_cursor)}` : '';
  } while (cursor);
  for (const { id, number } of acknowledged.values()) assert.equal(held.get(id), number);
  const serials = numbers.map((number) => Number(number.split('-')[2])).sort((a, b) => a - b);
  assert.equal(serials.at(-1) - serials[0] + 1, filings, 'the journal has no gaps and nothing was filed twice');
});

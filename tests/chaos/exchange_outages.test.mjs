// SPDX-License-Identifier: Apache-2.0
// Issue 3, «the outage test»: the bus, the agency and the centre are killed again and again while requests and answers are
// under way. At the end every request is answered exactly once at both sides; none is lost, none doubled.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Pair, query } from '../support/pair.mjs';
import { draft, file, fill, handOver } from '../support/road.mjs';
import { until } from '../support/stack.mjs';

const waves = 6; // each of the three dies twice
const inAWave = 3;
const requests = waves * inAWave;
let pair;

before(async () => {
  pair = await Pair.start();
});
after(() => pair?.stop());

const quoted = (list) => list.map((one) => `'${one}'`).join(', ');

// Repeated until it is known to be done: a killed server may have done it or not.
function send(processor, { id }) {
  return until(`the sending of ${id}`, async () => {
    const { status, version } = await processor.must('GET', `/api/v1/applications/${id}`);
    if (status !== 'processing') return true;
    await processor.must('POST', `/api/v1/applications/${id}/sending`, { version });
    return true;
  }, { timeoutMs: 120_000 });
}

// The officer's work: whatever has come is accepted and decided, each once.
async function decideWhatCame(officer, numbers, keys) {
  const { items } = await officer.must('GET', '/api/v1/registrations?list=all&limit=200');
  for (const card of items.filter((one) => numbers.has(one.center_number) && one.status !== 'decided')) {
    let { version, status } = await officer.must('GET', `/api/v1/registrations/${card.id}`);
    if (status === 'registered') ({ version } = await officer.must('POST', `/api/v1/registrations/${card.id}/acceptance`, { version }));
    const body = new FormData();
    body.set('outcome', 'positive');
    body.set('text', `Решение по ${card.center_number}`);
    await officer.must('POST', `/api/v1/registrations/${card.id}/decision`, { version, key: keys.get(card.center_number), body });
  }
}

const answeredAtTheCentre = (ids) =>
  query(pair.centre, `SELECT id FROM applications.applications WHERE id IN (${quoted(ids)}) AND status IN ('awaiting_notice', 'ready_to_issue')`).length;

// Who dies next, and what must be seen before the next one does.
const victims = [
  {
    name: 'the bus',
    kill: () => pair.centre.end(pair.centre.testbed, 'SIGKILL'),
    noticed: () => query(pair.centre, "SELECT 1 FROM exchange.connections c JOIN access.organizations o ON o.id = c.organization_id WHERE o.kind = 'center' AND c.state = 'down'").length > 0,
    start: () => pair.centre.startTestbed(),
  },
  { name: 'the agency', kill: () => pair.agency.end(pair.agency.server, 'SIGKILL'), noticed: () => true, start: () => pair.agency.startServer() },
  { name: 'the centre', kill: () => pair.centre.end(pair.centre.server, 'SIGKILL'), noticed: () => true, start: () => pair.centre.startServer() },
];

for (const version of ['1.1', '1.2', '1.3']) {
  test(`envelope ${version}: every request is answered exactly once, whoever dies`, { timeout: 600_000 }, async () => {
    pair.speak(version);
    const operator = await pair.centre.signIn('ivanova');
    const processor = await pair.centre.signIn('kuznetsova');
    const officer = await pair.agency.signIn('sokolova');
    const prepared = [];
    for (let count = 0; count < requests; count += 1)
      prepared.push(await handOver(operator, await file(operator, await fill(operator, await draft(operator)))));
    const ids = prepared.map(({ id }) => id);
    const numbers = new Set(prepared.map(({ number }) => number));
    const keys = new Map(prepared.map(({ number }) => [number, randomUUID()]));

    let finished = false;
    // Gone in the middle, or another try of ours was first: next time.
    const officerAtWork = until('the end of the work', () => decideWhatCame(officer, numbers, keys).then(() => finished), { timeoutMs: 600_000, everyMs: 500 });
    const sending = [];
    const kills = {};
    // With every wave somebody dies, while the wave before is still on its way.
    for (let wave = 0; wave < waves; wave += 1) {
      sending.push(...prepared.slice(wave * inAWave, (wave + 1) * inAWave).map((one) => send(processor, one)));
      const victim = victims[wave % victims.length];
      await victim.kill();
      kills[victim.name] = (kills[victim.name] ?? 0) + 1;
      await until(`${victim.name} to be missed`, victim.noticed);
      await victim.start();
      await until(`the answers of ${wave} waves`, () => answeredAtTheCentre(ids) >= wave * inAWave, { timeoutMs: 150_000, everyMs: 1000 });
    }
    await Promise.all(sending);
    await until('every answer', () => answeredAtTheCentre(ids) === requests, { timeoutMs: 150_000, everyMs: 1000 });
    finished = true;
    await officerAtWork;
    assert.deepEqual(kills, { 'the bus': 2, 'the agency': 2, 'the centre': 2 });

    // Whatever is still under way: receipts, acknowledgements, statuses.
    await until('nothing to be under way', () =>
      [pair.centre, pair.agency].every((stack) => query(stack, `SELECT 1 FROM exchange.messages m JOIN exchange.connections c ON c.id = m.connection_id WHERE m.state = 'waiting' AND c.url NOT LIKE '%:9/'`).length === 0), { timeoutMs: 180_000 });
    await until('the queues to be empty', async () => {
      const state = await (await fetch(`http://127.0.0.1:${pair.centre.testbedPort}/control/state`)).json();
      return state.queues.every(({ messages }) => messages === 0);
    }, { timeoutMs: 180_000 });

    const sent = query(pair.centre, `SELECT subject_id, operation, state, smev_id FROM exchange.messages WHERE outgoing AND subject_id IN (${quoted(ids)})`);
    assert.deepEqual(new Set(sent.map(({ operation, state }) => `${operation} ${state}`)), new Set(['request delivered']));
    assert.equal(sent.length, requests, 'one request for each application');
    const received = query(pair.centre, `SELECT subject_id, operation, state, note FROM exchange.messages WHERE NOT outgoing AND subject_id IN (${quoted(ids)})`);
    for (const id of ids) {
      const own = received.filter(({ subject_id }) => subject_id === id);
      assert.equal(own.filter(({ operation }) => operation === 'response').length, 1, `${id} is answered once`);
      const notes = own.filter(({ operation }) => operation === 'status').map(({ note }) => note);
      assert.equal(new Set(notes).size, notes.length, `no status comes twice: ${notes.join('; ')}`);
      assert.ok(own.every(({ state }) => state !== 'failed'));
    }

    const cards = query(pair.agency, `SELECT id, center_number, status, answer_state FROM agency.registrations WHERE center_number IN (${quoted([...numbers])})`);
    assert.equal(cards.length, requests, 'one card for each application');
    assert.deepEqual(new Set(cards.map(({ status, answer_state }) => `${status} ${answer_state}`)), new Set(['decided delivered']));
    const atTheAgency = query(pair.agency, `SELECT subject_id, outgoing, operation, state FROM exchange.messages WHERE subject_id IN (${quoted(cards.map(({ id }) => id))})`);
    for (const { id, center_number } of cards) {
      const own = atTheAgency.filter(({ subject_id }) => subject_id === id);
      assert.equal(own.filter(({ outgoing, operation }) => !outgoing && operation === 'request').length, 1, `${center_number} came once`);
      assert.equal(own.filter(({ outgoing, operation }) => outgoing && operation === 'response').length, 1, `${center_number} was answered once`);
    }
  });
}

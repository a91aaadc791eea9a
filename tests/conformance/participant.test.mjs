// SPDX-License-Identifier: Apache-2.0
// `okno smev send|poll|ack|status` through the test bed: two participants who know nothing but the command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Stack } from '../support/stack.mjs';

const program = process.env.OKNO_PROGRAM ?? join(import.meta.dirname, '../../build/okno');
let stack;
let flags;

const okno = (...words) => {
  const { status, stdout, stderr } = spawnSync(program, ['smev', ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const json = (...words) => {
  const { status, stdout, stderr } = okno(...words, '--json');
  return { status, stderr, ...JSON.parse(stdout) };
};
const path = (name) => join(stack.folder, name);
const file = (name, content) => {
  writeFileSync(path(name), content);
  return path(name);
};

async function control(method, resource, body) {
  const answer = await fetch(`http://127.0.0.1:${stack.testbedPort}/control/${resource}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${resource}: ${answer.status} ${await answer.clone().text()}`);
  return answer;
}

before(async () => {
  stack = await Stack.bare();
  await stack.startTestbed();
  const bus = await fetch(`http://127.0.0.1:${stack.testbedPort}/control/certificate`);
  file('bus.pem', await bus.text());
  for (const who of ['MFC', 'FNS']) {
    assert.equal(okno('keys', path(who), '--name', `ИС ${who}`).status, 0);
    const certificate = readFileSync(path(`${who}/certificate.pem`), 'utf8');
    await control('PUT', `participants/${who}`, { name: `ИС ${who}`, certificate_pem: certificate });
  }
  assert.equal(okno('keys', path('person'), '--name', 'Ёлкина Анна').status, 0);
  await control('PUT', 'message-types', {
    namespace: 'urn:okno:conformance',
    request_root: 'Query',
    response_root: 'Answer',
    title: 'Проверка',
    routing_element: '',
    senders: ['MFC'],
    routes: [{ code: '', mnemonic: 'FNS' }],
    schemas: {},
  });
  flags = (who, version = '1.2') => {
    const url = `http://127.0.0.1:${stack.testbedPort}/smev/v${version}/ws`;
    const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => path(`${who}/${name}`));
    return ['--url', url, '--version', version, '--bus-cert', path('bus.pem'), '--key', key, '--cert', certificate];
  };
});
after(() => stack.stop());

test('a request with files and ЭП-СП goes there, its answer comes back', () => {
  const query = file('query.xml', '<Query xmlns="urn:okno:conformance"><Name>Ёж &gt; уж</Name></Query>');
  const scan = file('скан.pdf', '%PDF-1.4\r\n\0двоичное');
  const person = ['--personal-key', path('person/key.pem'), '--personal-cert', path('person/certificate.pem')];
  const sent = json('send', query, '--attach', scan, ...person, ...flags('MFC'));
  assert.equal(sent.status, 'requestIsQueued', sent.stderr);
  assert.deepEqual([sent.bus_signature.code, sent.recipient], ['signature.valid', 'FNS']);

  const got = json('poll', '--queue', 'requests', '--folder', path('in'), '--ack', ...flags('FNS'));
  assert.equal(got.message_id, sent.message_id);
  assert.equal(got.trustworthy, true);
  assert.deepEqual(
    got.signatures.map(({ of, code }) => `${of} ${code}`),
    ['bus', 'sender', 'person', 'attachment'].map((of) => `${of} signature.valid`),
  );
  const kept = readdirSync(got.folder).sort();
  assert.equal(kept.length, 4);
  assert.deepEqual(readFileSync(join(got.folder, kept[0])), readFileSync(scan));
  assert.match(readFileSync(join(got.folder, 'content.xml'), 'utf8'), /Ёж &gt; уж/);
  // The envelope alone has lost its file: three signatures hold, the file's can not be judged.
  const alone = join(got.folder, 'envelope.xml');
  assert.equal(okno('verify', alone).status, 1);
  assert.deepEqual(
    json('verify', alone).signatures.map(({ code }) => code),
    [...Array(3).fill('signature.valid'), 'signature.content_absent'],
  );
  const whole = json('verify', join(got.folder, 'message.mime')).signatures;
  assert.deepEqual(
    whole.map(({ code }) => code),
    Array(4).fill('signature.valid'),
  );
  assert.match(okno('poll', '--queue', 'requests', ...flags('FNS')).stdout, /Очередь пуста/);

  const answer = file('answer.xml', '<Answer xmlns="urn:okno:conformance"/>');
  assert.equal(okno('send', answer, '--reply-to', got.reply_to, ...flags('FNS')).status, 0);
  const back = json('poll', '--folder', path('in'), '--ack', ...flags('MFC'));
  assert.equal(back.original_message_id, sent.message_id);
  assert.deepEqual(back.message.root, 'Answer');
});

test('files over 5 MB go by FTP in every version, and are not lost by an acknowledgement', async () => {
  await control('PATCH', 'settings', { visibility_seconds: 0 });
  const query = file('query-ftp.xml', '<Query xmlns="urn:okno:conformance"/>');
  const large = file('архив.zip', Buffer.alloc(6 * 1024 * 1024, 'Ж'));
  const small = file('письмо.pdf', '%PDF-1.4\r\n\0');
  const ftp = ['--ftp', `127.0.0.1:${stack.ftpPort}`];
  for (const version of ['1.1', '1.2', '1.3']) {
    const sent = json('send', query, '--ftp-attach', large, '--ftp-attach', small, ...ftp, ...flags('MFC', version));
    assert.equal(sent.status, 'requestIsQueued', sent.stderr);
    const poll = ['poll', '--queue', 'requests', '--folder', path(`in-${version}`), '--ack', ...flags('FNS', version)];
    const blind = okno(...poll);
    assert.equal(blind.status, 1, 'without --ftp the files would vanish');
    assert.match(blind.stderr, /Не подтверждено/);
    const got = json(...poll, ...ftp);
    assert.equal(got.message_id, sent.message_id, 'it was handed out again');
    assert.equal(got.trustworthy, true, got.stderr);
    assert.deepEqual(got.files.map(({ code }) => code), ['signature.valid', 'signature.valid']);
    assert.deepEqual(got.files.map((one) => readFileSync(one.path)), [large, small].map((name) => readFileSync(name)));
    assert.match(okno(...poll, ...ftp).stdout, /Очередь пуста/);
  }
  const nowhere = okno('send', query, '--ftp-attach', small, '--ftp', '127.0.0.1:1', ...flags('MFC'));
  assert.match(nowhere.stderr, /participant\.storage_failed/);
  assert.match(okno('send', query, '--ftp-attach', small, ...flags('MFC')).stderr, /participant\.storage_missing/);
  await control('PATCH', 'settings', { visibility_seconds: 900 });
});

test('refusals and statuses travel in the envelope', () => {
  const query = file('query2.xml', '<Query xmlns="urn:okno:conformance"/>');
  okno('send', query, ...flags('MFC'));
  const { reply_to } = json('poll', '--queue', 'requests', '--folder', path('in'), '--ack', ...flags('FNS'));
  okno('send', '--reply-to', reply_to, '--status', '13', '--text', 'в работе', ...flags('FNS'));
  okno('send', '--reply-to', reply_to, '--reject', 'NO_DATA', '--text', 'нет сведений', ...flags('FNS'));
  const bodies = [1, 2].map(() => json('poll', '--folder', path('in'), '--ack', ...flags('MFC')).message);
  assert.deepEqual(
    bodies.map(({ kind }) => kind),
    ['status', 'rejection'],
  );
  assert.deepEqual(bodies[1].rejections, [{ code: 'NO_DATA', description: 'нет сведений' }]);
});

test('the same message again is refused by the bus, and a foreign certificate by us', () => {
  const query = file('query3.xml', '<Query xmlns="urn:okno:conformance"/>');
  const sent = json('send', query, ...flags('MFC'));
  const again = okno('send', query, '--id', sent.message_id, ...flags('MFC'));
  assert.equal(again.status, 1);
  assert.match(again.stderr, /smev\.message_is_already_sent/);
  const foreign = flags('MFC').map((word) => (word.endsWith('bus.pem') ? path('person/certificate.pem') : word));
  assert.match(okno('send', query, ...foreign).stderr, /participant\.receipt_untrusted/);
  const bad = json('poll', '--queue', 'requests', '--folder', path('in'), ...foreign.map((word) => word.replace('MFC', 'FNS')));
  assert.deepEqual([bad.trustworthy, bad.signatures[0].code], [false, 'signature.wrong_certificate']);
});

test('what is not there is said', () => {
  assert.match(okno('ack', '39f52a38-9a54-11ea-b23a-3316e2108089', ...flags('MFC')).stderr, /target_message_is_not_found/);
  assert.match(okno('status', ...flags('MFC')).stdout, /Нового о состоянии сообщений нет/);
  const nowhere = flags('MFC').with(1, 'http://127.0.0.1:1/smev/v1.2/ws');
  const refused = okno('send', file('q.xml', '<Query xmlns="urn:okno:conformance"/>'), ...nowhere);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /participant\.unreachable/);
});

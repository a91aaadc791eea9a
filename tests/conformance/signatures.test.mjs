// SPDX-License-Identifier: Apache-2.0
// `okno smev verify` and `sign` against messages made by another road: openssl for the cryptography, the second
// transform, canonical forms composed by hand.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  attachmentContent,
  attachmentHeader,
  declarationsOf,
  delivered,
  envelope,
  include,
  multipart,
  request,
} from './messages.mjs';
import { Openssl } from './openssl.mjs';
import { kEnveloped, kExc, kSmev, makeSignature, octetsOf, spellings } from './signature.mjs';

const program = process.env.OKNO_PROGRAM ?? join(import.meta.dirname, '../../build/okno');
const openssl = new Openssl();
after(() => openssl.close());

const root = openssl.signer('gost2012-256', { subject: '/C=RU/O=Минцифры/CN=Тестовый УЦ' });
const system = openssl.signer('gost2012-256', { paramset: 'XA', issuer: root });
const person = openssl.signer('gost2012-256', { subject: '/C=RU/CN=Ёлкина Анна', issuer: root });
const bus = openssl.signer('gost2012-256', { subject: '/C=RU/O=СМЭВ/CN=ЭП-СМЭВ', issuer: root });

function okno(args, input) {
  const { status, stdout, stderr } = spawnSync(program, ['smev', ...args], {
    input,
    maxBuffer: 1 << 26,
    env: { PATH: process.env.PATH, OKNO_CONFIG: '/nowhere/okno.toml', OKNO_DATA: '/nowhere' },
  });
  return { status, stdout, stderr: stderr.toString() };
}
function verify(file, ...options) {
  const { status, stdout, stderr } = okno(['verify', '-', '--json', ...options], file);
  const report = JSON.parse(stdout.toString() || 'null');
  return { status, stderr, report, codes: report?.signatures?.map(({ code }) => code) };
}
const valid = (count) => Array(count).fill('signature.valid');

for (const [name, spelling] of Object.entries(spellings)) {
  test(`a delivered request with three signatures holds when written so: ${name}`, () => {
    const { status, codes, report } = verify(
      delivered(openssl, { bus, system, person, spelling }),
      '--trust',
      root.certificate,
    );
    assert.deepEqual(codes, valid(3));
    assert.equal(status, 0);
    assert.deepEqual(
      report.signatures.map(({ holder, covers }) => [holder, covers.element, covers.id]),
      [
        ['PersonalSignature', 'BreachRequest', 'PERSONAL_SIGNATURE'],
        ['SenderInformationSystemSignature', 'SenderProvidedRequestData', 'SIGNED_BY_CALLER'],
        ['SMEVSignature', 'Request', 'SIGNED_BY_SMEV'],
      ],
    );
    assert.match(report.signatures[0].certificate.subject, /Ёлкина Анна/);
  });
}

for (const [algorithm, paramsets] of [
  ['gost2001', ['A', 'B', 'C', 'XA', 'XB']],
  ['gost2012-256', ['A', 'B', 'C', 'XA', 'XB', 'TCA']],
  ['gost2012-512', ['A', 'B', 'C']],
]) {
  for (const paramset of paramsets) {
    for (const form of ['urn', 'http']) {
      test(`${algorithm}, parameters ${paramset}, ${form} names`, () => {
        const signer = openssl.signer(algorithm, { paramset });
        const message = request(openssl, { version: '1.1', system: signer, form }).text;
        const { status, codes, report } = verify(message, '--trust', signer.certificate);
        assert.deepEqual(codes, valid(1));
        assert.equal(status, 0);
        assert.equal(report.signatures[0].algorithm, algorithm);
        assert.deepEqual(verify(message.replace('Иван', 'Пётр')).codes, [
          'signature.digest_differs',
        ]);
      });
    }
  }
}

test('line ends of Windows, a byte order mark, a declaration and comments change nothing', () => {
  const message = delivered(openssl, {
    version: '1.1',
    bus,
    system,
    person,
    spelling: spellings.blanksAround,
  });
  for (const written of [
    `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- log -->\r\n${message.replaceAll('\n', '\r\n')}\r\n`,
    `\n\n  <?xml version='1.0' encoding='utf-8' standalone='yes'?>${message}<!-- end -->`,
    message.replaceAll('soap:', 'S:').replace('xmlns:soap', 'xmlns:S'),
  ]) {
    assert.deepEqual(verify(written).codes, valid(3));
  }
});

test('a signature formatted after signing is wrong, and the reason is said', () => {
  const message = request(openssl, { system }).text.replace(
    '<ds:SignatureMethod',
    '\n      <ds:SignatureMethod',
  );
  const { status, codes } = verify(message);
  assert.deepEqual([status, codes], [1, ['signature.reformatted']]);
});

test('certificates are judged at the moment given', () => {
  const message = request(openssl, { system }).text;
  const codeAt = (...at) => [verify(message, ...at).status, verify(message, ...at).codes[0]];
  assert.deepEqual(codeAt(), [0, 'signature.valid']);
  assert.deepEqual(codeAt('--at', '2015-03-01'), [1, 'certificate.not_yet_valid']);
  assert.deepEqual(codeAt('--at', '2099-03-01T10:00:00Z'), [1, 'certificate.expired']);
  assert.deepEqual(codeAt('--at', '2099-03-01T10:00:00'), [1, 'certificate.expired']);
  assert.notEqual(okno(['verify', '-', '--at', 'вчера'], message).status, 0);
});

test('the chain is checked only with roots, and that is said', () => {
  const message = request(openssl, { system }).text;
  assert.equal(verify(message).report.chain_checked, false);
  assert.match(okno(['verify', '-'], message).stdout.toString(), /не проверялись/);
  assert.deepEqual(verify(message, '--trust', person.certificate).codes, ['certificate.untrusted']);
  const roots = openssl.file('roots.pem', person.pem + root.pem);
  assert.deepEqual(verify(message, '--trust', roots).codes, valid(1));
});

test('a revoked certificate is refused by the list of its authority', () => {
  const gone = openssl.signer('gost2012-256', { subject: '/C=RU/CN=Уволенный', issuer: root });
  const message = request(openssl, { system: gone }).text;
  const withLists = (...lists) =>
    verify(message, '--trust', root.certificate, ...lists.flatMap((list) => ['--crl', list]));
  assert.deepEqual(withLists().codes, valid(1));
  assert.deepEqual(withLists().report.revocation_lists, []);
  // The newest list of an authority counts; made in this order, ours is not the older one whatever the second.
  const others = openssl.crl(root, [person]);
  const list = openssl.crl(root, [gone]);
  const judged = withLists(others, list);
  assert.deepEqual([judged.status, judged.codes], [1, ['certificate.revoked']]);
  assert.match(judged.report.revocation_lists[1].issuer, /Тестовый УЦ/);
  assert.deepEqual(withLists(others).codes, valid(1), 'somebody else');
  const der = openssl.file('list.der', openssl.run(['crl', '-in', list, '-outform', 'DER']));
  assert.deepEqual(withLists(der).codes, ['certificate.revoked']);
  assert.deepEqual(
    verify(message, '--trust', root.certificate, '--crl', list, '--at', '2015-03-01').codes,
    ['certificate.not_yet_valid'],
    'judged at a moment before its end',
  );
});

test('a list that another authority has signed revokes nobody', () => {
  const gone = openssl.signer('gost2012-256', { issuer: root });
  const namesake = openssl.signer('gost2012-256', { subject: '/C=RU/O=Минцифры/CN=Тестовый УЦ' });
  const message = request(openssl, { system: gone }).text;
  const list = openssl.crl(namesake, [gone]);
  assert.deepEqual(verify(message, '--trust', root.certificate, '--crl', list).codes, valid(1));
});

test('what was looked at for revocation is said, an outdated list too', () => {
  const message = request(openssl, { system }).text;
  const say = (...options) =>
    okno(['verify', '-', '--trust', root.certificate, ...options], message).stdout.toString();
  assert.match(say(), /Отзыв не проверялся: нет --crl/);
  const list = openssl.crl(root, []);
  assert.match(say('--crl', list), /Отзыв проверен только по спискам:\n +CN=Тестовый УЦ/);
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString();
  assert.match(say('--crl', list, '--at', later), /устарел/);
  const broken = openssl.file('broken.crl', 'not a list');
  const refused = okno(['verify', '-', '--trust', root.certificate, '--crl', broken], message);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /Список отозванных сертификатов не удалось разобрать/);
  assert.notEqual(okno(['verify', '-', '--crl', list], message).status, 0, 'needs --trust');
});

test('a certificate that is not for signing signs nothing', () => {
  const wrong = openssl.signer('gost2012-256', { issuer: root, use: 'v3_agreement' });
  const message = request(openssl, { system: wrong }).text;
  assert.deepEqual(verify(message).codes, ['certificate.key_usage']);
  assert.deepEqual(verify(message, '--trust', root.certificate).codes, ['certificate.key_usage']);
});

test('the chain in KeyInfo does not hide the signer', () => {
  const { data } = request(openssl, { system });
  const signature = makeSignature(openssl, system, {
    uri: '#SIGNED_BY_CALLER',
    octets: octetsOf(data, declarationsOf('1.2')),
    chain: [root],
  });
  const { codes, report } = verify(
    envelope(
      '1.2',
      `<typ:SendRequestRequest>${data}<typ:CallerInformationSystemSignature>${signature}</typ:CallerInformationSystemSignature></typ:SendRequestRequest>`,
    ),
  );
  assert.deepEqual(codes, valid(1));
  assert.match(report.signatures[0].certificate.subject, /ИС МФЦ/);
});

test('the wrong one of several signatures is found alone', () => {
  const message = delivered(openssl, { bus, system, person });
  assert.deepEqual(verify(message.replace('ИСОГД', 'ИСОГЖ')).codes, [
    'signature.valid',
    'signature.valid',
    'signature.digest_differs',
  ]);
  assert.deepEqual(verify(message.replace('eyJzaWQiOjF9', 'eyJzaWQiOjJ9')).codes, [
    'signature.valid',
    'signature.valid',
    'signature.digest_differs',
  ]);
  assert.deepEqual(
    verify(message.replace('Иван', 'Пётр')).codes,
    Array(3).fill('signature.digest_differs'),
  );
});

test('duplicate ids are refused', () => {
  const message = request(openssl, { system }).text;
  assert.deepEqual(
    verify(
      message.replace(
        '<soap:Header/>',
        '<soap:Header><x xmlns="urn:x" Id="SIGNED_BY_CALLER"/></soap:Header>',
      ),
    ).codes,
    ['signature.duplicate_id'],
  );
});

test('a signed block that was moved aside is named a wrong target', () => {
  const { data, text, signature } = request(openssl, { system });
  const forged = data.replace('SIGNED_BY_CALLER', 'OTHER').replace('Иван', 'Пётр');
  const wrapped = [
    text.replace(data, forged).replace('<soap:Header/>', `<soap:Header>${data}</soap:Header>`),
    text.replace(data, data + forged),
    text.replace(
      data,
      forged.replace(
        '</typ:SenderProvidedRequestData>',
        `<typ:BusinessProcessMetadata>${data}</typ:BusinessProcessMetadata></typ:SenderProvidedRequestData>`,
      ),
    ),
    text
      .replace(
        '<soap:Header/>',
        `<soap:Header>${text.match(/<soap:Body>([^]*)<\/soap:Body>/)[1]}</soap:Header>`,
      )
      .replace(
        /<soap:Body>[^]*<\/soap:Body>/,
        `<soap:Body><typ:SendRequestRequest>${forged}</typ:SendRequestRequest></soap:Body>`,
      ),
    text.replace(
      '</soap:Body>',
      `<typ:SendRequestRequest>${forged}</typ:SendRequestRequest></soap:Body>`,
    ),
    text.replace('<soap:Body>', `<soap:Body/><soap:Body>`),
    envelope('1.2', `<typ:SendRequestRequest>${forged.replace('</typ:SenderProvidedRequestData>', `<typ:BusinessProcessMetadata>${text.match(/<soap:Body>([^]*)<\/soap:Body>/)[1]}</typ:BusinessProcessMetadata></typ:SenderProvidedRequestData>`)}</typ:SendRequestRequest>`),
  ];
  for (const message of wrapped) {
    const { status, codes } = verify(message);
    assert.deepEqual([status, codes], [1, ['signature.wrong_target']], message);
  }
  assert.ok(signature.length > 0);
});

test('an enveloped signature covers its element without itself', () => {
  const element = (inner) =>
    `<m:Doc xmlns:m="urn:m" Id="D1"><m:Text>Ёж &gt; уж</m:Text>${inner}</m:Doc>`;
  for (const uri of ['#D1', '']) {
    const signature = makeSignature(openssl, system, {
      uri,
      octets: octetsOf(element(''), 'xmlns:z="urn:z"'),
      transforms: [kEnveloped, kExc, kSmev],
    });
    const { status, codes, report } = verify(element(`\n  ${signature}\n`));
    assert.deepEqual([status, codes], [0, valid(1)]);
    assert.equal(report.signatures[0].covers.element, 'Doc');
  }
});

test('attachments are checked against what is in the message', () => {
  const file = Buffer.from([0, 1, 2, 255, 13, 10, 45, 45, 13, 10, ...Buffer.from('скан')]);
  const cms = openssl.cms(system, file).toString('base64');
  const old = openssl.signer('gost2001', { paramset: 'XA' });
  const plain = openssl.cms(old, file, { cades: false }).toString('base64');
  const headers = `<bas:AttachmentHeaderList>${attachmentHeader('a1', cms)}${attachmentHeader('a2', plain)}</bas:AttachmentHeaderList>`;
  const contentsOf = (content) =>
    `<bas:AttachmentContentList>${attachmentContent('a2', content)}${attachmentContent('a1', content)}</bas:AttachmentContentList>`;
  const message = (content) =>
    request(openssl, { system, headers, contents: contentsOf(content) }).text;
  assert.deepEqual(verify(message(file.toString('base64'))).codes, valid(3));
  assert.deepEqual(verify(message(Buffer.from('другой').toString('base64'))).codes, [
    'signature.valid',
    'signature.content_changed',
    'signature.content_changed',
  ]);
  const absent = verify(message(include('a1@x')));
  assert.deepEqual(
    [absent.status, absent.codes],
    [1, ['signature.valid', 'signature.content_absent', 'signature.content_absent']],
    'an attachment that should be in the message is not there',
  );

  const id = 'a1-1@urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.2';
  const one = `<bas:AttachmentHeaderList>${attachmentHeader('a1', cms)}</bas:AttachmentHeaderList>`;
  const envelopeText = request(openssl, {
    system,
    headers: one,
    contents: `<bas:AttachmentContentList>${attachmentContent('a1', include(id))}</bas:AttachmentContentList>`,
  }).text;
  const { body, type } = multipart(envelopeText, [[id, file]]);
  const http = (head, text = body) => Buffer.concat([Buffer.from(head), text]);
  for (const captured of [
    body,
    http(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nServer: nginx\r\n\r\n`),
    http(
      `POST /smev/v1.2/ws HTTP/1.1\r\nHost: x\r\nContent-Type: ${type.replace('; boundary', ';\r\n\tboundary')}\r\n\r\n`,
    ),
    http(`Content-Type: ${type}\n\n`),
    http(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: ${type}\r\n\r\n`,
      Buffer.concat([
        Buffer.from(`5\r\n`),
        body.subarray(0, 5),
        Buffer.from(`\r\n${(body.length - 5).toString(16)}\r\n`),
        body.subarray(5),
        Buffer.from('\r\n0\r\n\r\n'),
      ]),
    ),
  ]) {
    assert.deepEqual(verify(captured).codes, valid(2));
  }
  assert.deepEqual(
    verify(multipart(envelopeText, [[id, Buffer.from('scan')]], { end: '\n' }).body).codes,
    ['signature.valid', 'signature.content_changed'],
  );
  const cut = verify(body.subarray(0, body.length - 60));
  assert.deepEqual([cut.status, cut.report.error.code], [2, 'multipart.truncated']);
});

test('a signature of an attachment that comes as a part is put back before digests', () => {
  const file = Buffer.from('содержимое');
  const cms = openssl.cms(system, file);
  const headersWith = (content) =>
    `<bas:AttachmentHeaderList>${attachmentHeader('a1', content)}</bas:AttachmentHeaderList>`;
  const contents = `<bas:AttachmentContentList>${attachmentContent('a1', include('c1'))}</bas:AttachmentContentList>`;
  const text = request(openssl, {
    system,
    headers: headersWith(cms.toString('base64')),
    contents,
  }).text;
  const { body } = multipart(text.replace(cms.toString('base64'), include('p7')), [
    ['p7', cms],
    ['c1', file],
  ]);
  assert.deepEqual(verify(body).codes, valid(2));
});

test('a file on the FTP store is not compared, but its hash is', () => {
  const file = Buffer.from('большой файл');
  const cms = openssl.cms(system, file).toString('base64');
  const header = (hash) =>
    `<bas:RefAttachmentHeaderList><bas:RefAttachmentHeader><bas:uuid>39f52a38-9a54-11ea-b23a-3316e2108089</bas:uuid><bas:Hash>${hash}</bas:Hash><bas:MimeType>application/zip</bas:MimeType><bas:SignaturePKCS7>${cms}</bas:SignaturePKCS7></bas:RefAttachmentHeader></bas:RefAttachmentHeaderList>`;
  const hashOf = (bytes) => openssl.digest('gost2012-256', bytes).toString('base64');
  const right = verify(request(openssl, { system, headers: header(hashOf(file)) }).text);
  assert.deepEqual(
    [right.status, right.codes],
    [0, ['signature.valid', 'signature.content_absent']],
  );
  assert.deepEqual([right.report.valid, right.report.acceptable], [false, true]);
  const wrong = verify(request(openssl, { system, headers: header(hashOf('x')) }).text);
  assert.deepEqual([wrong.status, wrong.codes], [1, ['signature.valid', 'signature.hash_differs']]);
});

test('what can not be read ends with 2, what has no signature with 1', () => {
  assert.equal(verify('<a xmlns="urn:a"/>').status, 1);
  for (const [file, code] of [
    ['', 'capture.unreadable'],
    ['привет', 'capture.unreadable'],
    ['<a', 'xml.malformed'],
    ['<!DOCTYPE a><a/>', 'xml.dtd'],
    ['{"a":1}', 'capture.unreadable'],
  ]) {
    const { status, report, stderr } = verify(file);
    assert.deepEqual([status, report.error.code], [2, code], file);
    assert.match(stderr, new RegExp(code.replace('.', '\\.')));
  }
  assert.equal(okno(['verify', '/nowhere/file.xml'], '').status, 2);
});

test('what we sign another implementation finds right, and no byte outside moves', () => {
  const keys = ['--key', system.key, '--cert', system.certificate];
  const source =
    `<?xml version="1.0"?>\r\n${request(openssl, { system, spelling: spellings.declaredFarAbove }).text}`.replace(
      /<typ:CallerInformationSystemSignature>[^]*<\/typ:CallerInformationSystemSignature>/,
      '\r\n<!-- here -->',
    );
  const personal = okno(['sign', '--id', 'PERSONAL_SIGNATURE', ...keys, '-'], source);
  assert.equal(personal.status, 0, personal.stderr);
  const both = okno(['sign', '--id', 'SIGNED_BY_CALLER', ...keys, '-'], personal.stdout);
  assert.equal(both.status, 0, both.stderr);
  const text = both.stdout.toString();
  assert.deepEqual(verify(text).codes, valid(2));
  assert.equal(
    text.replace(/<typ:(Personal|CallerInformationSystem)Signature>[^]*?<\/typ:\1Signature>/g, ''),
    source,
  );
  assert.match(text, /<\/bas:MessagePrimaryContent><typ:PersonalSignature>/);
  assert.match(text, /<\/typ:SenderProvidedRequestData><typ:CallerInformationSystemSignature>/);

  for (const [, digest] of text.matchAll(/<ds:DigestValue>([^<]+)/g)) {
    const target = text.match(
      /<typ:SenderProvidedRequestData [^]*<\/typ:SenderProvidedRequestData>/,
    )[0];
    const business = text.match(/<q:BreachRequest [^]*<\/q:BreachRequest>/)[0];
    const known = [target, business].map((element) =>
      openssl.digest('gost2012-256', octetsOf(element, declarationsOf('1.2'))).toString('base64'),
    );
    assert.ok(known.includes(digest));
  }
  for (const [info] of text.matchAll(/<ds:SignedInfo>[^]*?<\/ds:SignedInfo>/g)) {
    const canonical = info.replace(
      '<ds:SignedInfo>',
      '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
    );
    const value = text.slice(text.indexOf(info)).match(/<ds:SignatureValue>([^<]+)/)[1];
    const publicKey = openssl.file(
      'public.pem',
      openssl.run(['x509', '-in', system.certificate, '-noout', '-pubkey']),
    );
    const digest = openssl.file('info.bin', openssl.digest('gost2012-256', canonical));
    const signature = openssl.file('value.bin', Buffer.from(value, 'base64'));
    openssl.run([
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      publicKey,
      '-sigfile',
      signature,
      '-in',
      digest,
    ]);
  }
});

test('signing refuses what would not hold', () => {
  const keys = ['--key', system.key, '--cert', system.certificate];
  const refused = (document, code, ...options) => {
    const { status, stdout, stderr } = okno(
      ['sign', '--id', 'A', ...keys, ...options, '-'],
      document,
    );
    assert.deepEqual([status, stdout.length], [2, 0]);
    assert.match(stderr, new RegExp(code));
  };
  refused('<a xmlns="urn:a"/>', 'signature.target_missing');
  refused('<a xmlns="urn:a"><b Id="A"/><c Id="A"/></a>', 'signature.duplicate_id');
  refused(
    '<a xmlns="urn:a"><b Id="A"><c xmlns=""/></b></a>',
    'smev_transform.no_namespace, строка 1',
  );
  refused(
    '<a xmlns="urn:a">\n<b Id="A" xml:lang="ru"/></a>',
    'smev_transform.xml_attribute, строка 2',
  );
  refused('<a xmlns="urn:a"><b Id="A"/><h/><h/></a>', 'signing.holder_ambiguous', '--holder', 'h');
  refused('<a xmlns="urn:a" Id="A"><h/></a>', 'signing.holder_inside', '--holder', 'h');
  refused('<!DOCTYPE a><a xmlns="urn:a" Id="A"/>', 'xml.dtd');
});

test('signatures of free documents hold wherever they are put', () => {
  const keys = ['--key', system.key, '--cert', system.certificate];
  const document = '<a xmlns="urn:a"><b Id="A"><c/>x &gt; </b><h/></a>';
  for (const options of [[], ['--enveloped'], ['--holder', 'h'], ['--holder', 'New']]) {
    const { status, stdout, stderr } = okno(
      ['sign', '--id', 'A', ...keys, ...options, '-'],
      document,
    );
    assert.equal(status, 0, stderr);
    assert.deepEqual(verify(stdout).codes, valid(1), options.join(' '));
  }
  assert.deepEqual(
    verify(okno(['sign', '--id', 'R', ...keys, '-'], '<a xmlns="urn:a" Id="R"/>').stdout).codes,
    valid(1),
  );
});

test('keys are made, shown, and go through PKCS#12', () => {
  const folder = openssl.path('keys');
  const password = openssl.file('password.txt', 'секрет 1\n');
  for (const algorithm of ['gost2012-256', 'gost2012-512']) {
    const at = join(folder, algorithm);
    const made = okno([
      'keys',
      at,
      '--name',
      'ИС МФЦ',
      '--algorithm',
      algorithm,
      '--days',
      '10',
      '--ogrn',
      '1027700132195',
    ]);
    assert.equal(made.status, 0, made.stderr);
    assert.notEqual(okno(['keys', at, '--name', 'ИС МФЦ']).status, 0, 'nothing is written over');
    openssl.run(['verify', '-CAfile', join(at, 'root.pem'), join(at, 'certificate.pem')]);
    const shown = okno(['keys', 'show', join(at, 'certificate.pem')]).stdout.toString();
    assert.match(
      shown,
      new RegExp(
        `Владелец: CN=ИС МФЦ, OGRN=1027700132195[^]*${algorithm.slice(-3)} бит[^]*электронная подпись`,
      ),
    );
    for (const form of [[], ['--gost']]) {
      const p12 = join(folder, `${algorithm}${form.join('')}.p12`);
      const options = [
        '--key',
        join(at, 'key.pem'),
        '--cert',
        join(at, 'certificate.pem'),
        '--chain',
        join(at, 'root.pem'),
      ];
      assert.equal(
        okno(['keys', 'export', ...options, '--password-file', password, ...form, p12]).status,
        0,
      );
      openssl.run(['pkcs12', '-in', p12, '-passin', 'pass:секрет 1', '-nodes']);
      const out = join(folder, `in-${algorithm}${form.join('')}`);
      assert.equal(okno(['keys', 'import', p12, '--password-file', password, out]).status, 0);
      assert.equal(
        readFileSync(join(out, 'key.pem'), 'utf8'),
        readFileSync(join(at, 'key.pem'), 'utf8'),
      );
      assert.equal(
        readFileSync(join(out, 'chain.pem'), 'utf8'),
        readFileSync(join(at, 'root.pem'), 'utf8'),
      );
      const wrong = openssl.file('wrong.txt', 'нет');
      assert.match(
        okno(['keys', 'import', p12, '--password-file', wrong, join(folder, 'x')]).stderr,
        /signer\.password/,
      );
    }
  }
  const made = join(folder, 'openssl.p12');
  for (const form of [
    [],
    ['-macalg', 'md_gost12_512', '-keypbe', 'gost89', '-certpbe', 'gost89'],
  ]) {
    openssl.run([
      'pkcs12',
      '-export',
      '-inkey',
      system.key,
      '-in',
      system.certificate,
      '-passout',
      'pass:секрет 1',
      ...form,
      '-out',
      made,
    ]);
    const signed = okno(
      ['sign', '--id', 'A', '--key', made, '--password-file', password, '-'],
      '<a xmlns="urn:a" Id="A"/>',
    );
    assert.deepEqual(verify(signed.stdout).codes, valid(1));
    assert.match(
      okno(['keys', 'show', made, '--password-file', password]).stdout.toString(),
      /ИС МФЦ/,
    );
  }
});

test('the transform needs nothing and adds nothing', () => {
  const { status, stdout } = okno(
    ['transform'],
    '\uFEFF<?xml version="1.0"?>\n<a xmlns="u:1">x]]&gt;y<!-- c --><b xmlns="u:2"/></a>\n',
  );
  assert.deepEqual(
    [status, stdout.toString()],
    [0, '<ns1:a xmlns:ns1="u:1">x]]&gt;y<ns2:b xmlns:ns2="u:2"></ns2:b></ns1:a>'],
  );
  for (const [source, message] of [
    ['<a/>', 'smev_transform.no_namespace, строка 1'],
    ['<a xmlns="u:1">\n\n<b></a>', 'xml.malformed, строка 3'],
    ['\n<!DOCTYPE a><a/>', 'xml.dtd, строка 2'],
  ]) {
    const refused = okno(['transform'], source);
    assert.deepEqual([refused.status, refused.stdout.length], [2, 0]);
    assert.match(refused.stderr, new RegExp(message));
  }
});

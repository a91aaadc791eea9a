// SPDX-License-Identifier: Apache-2.0
// The vectors of the transform (reference class on Woodstox) and the digests of real messages through `okno smev
// transform`, and through the second transform as well.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Openssl } from './openssl.mjs';
import { smevTransform } from './smev_transform.mjs';

const program = process.env.OKNO_PROGRAM ?? join(import.meta.dirname, '../../build/okno');
const { transforms, digests } = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8'));
const openssl = new Openssl();
after(() => openssl.close());

function transform(source) {
  const { status, stdout, stderr } = spawnSync(program, ['smev', 'transform'], { input: source });
  assert.equal(status, 0, stderr.toString());
  return stdout;
}

for (const { name, source, result } of transforms) {
  test(`vector ${name}`, () => {
    assert.equal(transform(source).toString(), result);
    assert.equal(smevTransform(source), result);
  });
}

for (const { bytes, algorithm, digest, source } of digests) {
  test(`digest of a real message of ${bytes} bytes, ${algorithm}`, () => {
    const octets = transform(source);
    assert.equal(octets.length, bytes);
    assert.equal(openssl.digest(algorithm, octets).toString('base64'), digest);
  });
}

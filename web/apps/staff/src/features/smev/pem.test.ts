// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { pemOf } from './pem.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const key = '-----BEGIN PRIVATE KEY-----\nMEgC\n-----END PRIVATE KEY-----\n';

it('takes PEM as it is, and only of its kind', () => {
  expect(pemOf(bytesOf(certificate), 'certificate')).toBe(`${certificate}\n`);
  expect(pemOf(bytesOf(key), 'key')).toBe(key);
  expect(pemOf(bytesOf(key), 'certificate')).toBeUndefined();
  expect(pemOf(bytesOf(certificate), 'key')).toBeUndefined();
  expect(pemOf(bytesOf('просто текст'), 'certificate')).toBeUndefined();
});

it('writes a certificate in DER as PEM', () => {
  const der = new Uint8Array(4 + 300).fill(7);
  der.set([0x30, 0x82, 1, 44]);
  const pem = pemOf(der.buffer, 'certificate') ?? '';
  const lines = pem.trimEnd().split('\n');
  expect(lines[0]).toBe('-----BEGIN CERTIFICATE-----');
  expect(lines.slice(1, -1).every((line) => line.length <= 64)).toBe(true);
  const back = atob(lines.slice(1, -1).join(''));
  expect(Array.from(back, (letter) => letter.charCodeAt(0))).toEqual([...der]);
  expect(pemOf(der.slice(0, 100).buffer, 'certificate')).toBeUndefined();
});

// SPDX-License-Identifier: Apache-2.0

export type PemKind = 'certificate' | 'key';

const marks = {
  certificate: /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/,
  key: /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/,
};

// What a file holds, as PEM: its own text, or a certificate in DER (.cer, .crt) written as one. Undefined when it is
// neither.
export function pemOf(bytes: ArrayBuffer, kind: PemKind): string | undefined {
  const text = new TextDecoder().decode(bytes);
  if (marks[kind].test(text)) return text.endsWith('\n') ? text : `${text}\n`;
  return kind === 'certificate' && isDer(new Uint8Array(bytes)) ? derAsPem(bytes) : undefined;
}

// One ASN.1 SEQUENCE that fills the file (ITU-T X.690, 8.1), long enough for a certificate.
function isDer(bytes: Uint8Array) {
  const [tag, size = 0, high = 0, low = 0] = bytes;
  if (tag !== 0x30) return false;
  if (size === 0x82) return high * 256 + low + 4 === bytes.length;
  return size === 0x81 && high + 3 === bytes.length;
}

function derAsPem(bytes: ArrayBuffer) {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
  const lines = btoa(letters.join('')).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

// SPDX-License-Identifier: Apache-2.0
// GOST by another road than the product's: the openssl program with the gost engine. Keys, certificates, digests,
// signatures and detached CMS for the conformance tests.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kConfig = `openssl_conf = openssl_init
[openssl_init]
engines = engine_section
[engine_section]
gost = gost_section
[gost_section]
engine_id = gost
default_algorithms = ALL
CRYPT_PARAMS = id-Gost28147-89-CryptoPro-A-ParamSet
[req]
distinguished_name = dn
prompt = no
utf8 = yes
string_mask = utf8only
[dn]
CN = unused
[v3_ca]
basicConstraints = critical,CA:TRUE
[v3_ee]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
[v3_agreement]
basicConstraints = critical,CA:FALSE
keyUsage = critical,keyAgreement
`;

const kDigests = {
  'gost2012-256': 'md_gost12_256',
  'gost2012-512': 'md_gost12_512',
  gost2001: 'md_gost94',
};
const kKeys = {
  'gost2012-256': 'gost2012_256',
  'gost2012-512': 'gost2012_512',
  gost2001: 'gost2001',
};

export class Openssl {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'okno-conformance-'));
    this.count = 0;
    writeFileSync(this.path('openssl.cnf'), kConfig);
  }
  close() {
    rmSync(this.folder, { recursive: true, force: true });
  }
  path(name) {
    return join(this.folder, name);
  }
  file(name, content) {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }
  run(args, input) {
    const env = { ...process.env, OPENSSL_CONF: this.path('openssl.cnf') };
    return execFileSync('openssl', args, {
      input,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
  }

  // A self-signed certificate, or one signed by `issuer`; { key, certificate } are paths, `der` is the certificate.
  signer(algorithm, { paramset = 'A', subject = '/C=RU/O=МФЦ/CN=ИС МФЦ', issuer, use = 'v3_ee' } = {}) {
    const name = `s${this.count++}`;
    const [key, csr, certificate] = ['key', 'csr', 'pem'].map((kind) =>
      this.path(`${name}.${kind}`),
    );
    this.run([
      'genpkey',
      '-algorithm',
      kKeys[algorithm],
      '-pkeyopt',
      `paramset:${paramset}`,
      '-out',
      key,
    ]);
    const digest = `-${kDigests[algorithm]}`;
    const config = ['-config', this.path('openssl.cnf')];
    if (issuer === undefined) {
      this.run([
        'req',
        '-new',
        '-x509',
        digest,
        '-key',
        key,
        '-subj',
        subject,
        '-utf8',
        '-days',
        '30',
        '-extensions',
        'v3_ca',
        ...config,
        '-out',
        certificate,
      ]);
    } else {
      this.run([
        'req',
        '-new',
        digest,
        '-key',
        key,
        '-subj',
        subject,
        '-utf8',
        ...config,
        '-out',
        csr,
      ]);
      this.run([
        'x509',
        '-req',
        '-in',
        csr,
        '-CA',
        issuer.certificate,
        '-CAkey',
        issuer.key,
        '-CAcreateserial',
        `-${kDigests[issuer.algorithm]}`,
        '-days',
        '30',
        '-extfile',
        this.path('openssl.cnf'),
        '-extensions',
        use,
        '-out',
        certificate,
      ]);
    }
    const der = this.run(['x509', '-in', certificate, '-outform', 'DER']);
    return { algorithm, key, certificate, der, pem: readFileSync(certificate, 'utf8') };
  }
  // A list of the revoked, issued by `issuer`; returns its path.
  crl(issuer, revoked, { seconds = 86_400 } = {}) {
    const name = `crl${this.count++}`;
    const database = this.file(`${name}.txt`, '');
    const config = this.file(
      `${name}.cnf`,
      `${kConfig}[ca]\ndefault_ca = ca_default\n[ca_default]\ndatabase = ${database}\nunique_subject = no\n`,
    );
    const ca = ['ca', '-config', config, '-keyfile', issuer.key, '-cert', issuer.certificate];
    const digest = ['-md', kDigests[issuer.algorithm]];
    for (const one of revoked) this.run([...ca, ...digest, '-revoke', one.certificate]);
    const out = this.path(`${name}.pem`);
    this.run([...ca, ...digest, '-gencrl', '-crlsec', `${seconds}`, '-out', out]);
    return out;
  }
  digest(algorithm, bytes) {
    return this.run(['dgst', `-${kDigests[algorithm]}`, '-binary'], bytes);
  }
  signDigest(signer, digest) {
    const file = this.file('digest.bin', digest);
    return this.run(['pkeyutl', '-sign', '-inkey', signer.key, '-in', file]);
  }
  // Detached, DER. Without -cades a plain PKCS#7 as of 2014.
  cms(signer, content, { cades = true, engineDigest = kDigests[signer.algorithm] } = {}) {
    const file = this.file('content.bin', content);
    return this.run([
      'cms',
      '-sign',
      '-binary',
      ...(cades ? ['-cades'] : []),
      '-nosmimecap',
      '-md',
      engineDigest,
      '-signer',
      signer.certificate,
      '-inkey',
      signer.key,
      '-in',
      file,
      '-outform',
      'DER',
    ]);
  }
}

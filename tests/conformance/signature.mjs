// SPDX-License-Identifier: Apache-2.0
// Signatures written the way other programs write them. The canonical form of SignedInfo is composed here as text, not
// computed, and what goes into the document is another spelling of the same thing.
import { smevTransform } from './smev_transform.mjs';

const kCp = 'urn:ietf:params:xml:ns:cpxmlsec:algorithms:';
const kMore = 'http://www.w3.org/2001/04/xmldsig-more#';
const kDsig = 'http://www.w3.org/2000/09/xmldsig#';
export const kExc = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const kEnveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const kSmev = 'urn://smev-gov-ru/xmldsig/transform';

const kNames = {
  'gost2012-256': ['gostr34102012-gostr34112012-256', 'gostr34112012-256'],
  'gost2012-512': ['gostr34102012-gostr34112012-512', 'gostr34112012-512'],
  gost2001: ['gostr34102001-gostr3411', 'gostr3411'],
};
export const urisOf = (algorithm, form) =>
  kNames[algorithm].map((name) => (form === 'http' ? kMore : kCp) + name);

export const octetsOf = (element, declarations) => {
  const transformed = smevTransform(
    element.replace(/^<[^\s/>]+/, (tag) => `${tag} ${declarations}`),
  );
  if (transformed === null) throw new Error('can not be transformed');
  return Buffer.from(transformed);
};

// Each spelling turns the canonical SignedInfo into what stands in the document, and says how the rest is written.
export const spellings = {
  plain: {},
  defaultNamespace: { prefix: '' },
  selfClosed: {
    write: (text) =>
      text.replace(/><\/[\w:]+Method>/g, '/>').replace(/><\/[\w:]*Transform>/g, ' />'),
  },
  otherQuotes: { write: (text) => text.replace(/ (Algorithm|URI)="([^"]*)"/g, "\n   $1 = '$2'") },
  ownDeclarations: { keepDeclaration: true },
  declaredFarAbove: { declareAbove: true },
  idOnSignature: { attributes: ' Id="sig-1"' },
  blanksAround: { between: '\n      ' },
  comments: {
    between: '<!-- between -->',
    write: (text) => text.replace('<ds:Reference', '<!-- in --><ds:Reference'),
  },
  wrappedBase64: { wrap: (base64) => `\n${base64.replace(/.{64}/g, '$&\n')}\n` },
  wrappedByJava: { wrap: (base64) => base64.replace(/.{76}/g, '$&&#13;\n') },
  prettyBeforeSigning: { pretty: true },
  prettyWithCrLf: { pretty: true, write: (text) => text.replace(/\n/g, '\r\n') },
  moreInKeyInfo: {
    keyInfo: (p, data) =>
      `<${p}KeyName>ключ</${p}KeyName><${p}X509Data><${p}X509IssuerSerial><${p}X509IssuerName>CN=УЦ</${p}X509IssuerName>` +
      `<${p}X509SerialNumber>1</${p}X509SerialNumber></${p}X509IssuerSerial></${p}X509Data>${data}` +
      `<w:Other xmlns:w="urn:w">x</w:Other>`,
  },
  inclusiveNamespaces: { inclusive: 'soap' },
};

function signedInfo(signer, { octets, uri, form, transforms, spelling, openssl }) {
  const p = spelling.prefix === '' ? '' : 'ds:';
  const gap = spelling.pretty ? '\n  ' : '';
  const [signature, digest] = urisOf(signer.algorithm, form);
  const inclusive = spelling.inclusive;
  const parameter = inclusive
    ? `<ec:InclusiveNamespaces xmlns:ec="${kExc}" PrefixList="${inclusive}"></ec:InclusiveNamespaces>`
    : '';
  const method = (name, algorithm) =>
    `<${p}${name} Algorithm="${algorithm}">${algorithm === kExc ? parameter : ''}</${p}${name}>`;
  const declaration = p === '' ? `xmlns="${kDsig}"` : `xmlns:ds="${kDsig}"`;
  const soap = inclusive ? ' xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' : '';
  const value = openssl.digest(signer.algorithm, octets).toString('base64');
  return {
    declaration,
    canonical:
      `<${p}SignedInfo ${declaration}${soap}>${gap}${method('CanonicalizationMethod', kExc)}${gap}` +
      `${method('SignatureMethod', signature)}${gap}<${p}Reference URI="${uri}">${gap}<${p}Transforms>` +
      `${transforms.map((transform) => method('Transform', transform)).join(gap)}</${p}Transforms>${gap}` +
      `${method('DigestMethod', digest)}${gap}<${p}DigestValue>${value}</${p}DigestValue>${gap}` +
      `</${p}Reference>${gap}</${p}SignedInfo>`,
  };
}

export function makeSignature(openssl, signer, options) {
  const { spelling = spellings.plain, chain = [] } = options;
  const full = { form: 'urn', transforms: [kExc, kSmev], ...options, spelling, openssl };
  const { canonical, declaration } = signedInfo(signer, full);
  const value = openssl
    .signDigest(signer, openssl.digest(signer.algorithm, canonical))
    .toString('base64');
  const p = spelling.prefix === '' ? '' : 'ds:';
  const wrap = spelling.wrap ?? ((base64) => base64);
  const gap = spelling.between ?? '';
  const bare = spelling.keepDeclaration
    ? canonical
    : canonical.replace(/(SignedInfo) [^>]*>/, '$1>');
  const written = spelling.write ? spelling.write(bare) : bare;
  const certificates = [...chain, signer]
    .map(({ der }) => `<${p}X509Certificate>${wrap(der.toString('base64'))}</${p}X509Certificate>`)
    .join(gap);
  const data = `<${p}X509Data>${gap}${certificates}${gap}</${p}X509Data>`;
  const keyInfo = spelling.keyInfo ? spelling.keyInfo(p, data) : data;
  const open = `<${p}Signature${spelling.declareAbove ? '' : ` ${declaration}`}${spelling.attributes ?? ''}>`;
  return (
    `${open}${gap}${written}${gap}<${p}SignatureValue>${wrap(value)}</${p}SignatureValue>${gap}` +
    `<${p}KeyInfo>${gap}${keyInfo}${gap}</${p}KeyInfo>${gap}</${p}Signature>`
  );
}

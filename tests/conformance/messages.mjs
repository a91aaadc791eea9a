// SPDX-License-Identifier: Apache-2.0
// Messages of СМЭВ 3 as they are captured: nested signatures, metadata in Cyrillic, wrappers of the bus.
import { makeSignature, octetsOf, spellings } from './signature.mjs';

const kTypes = 'urn://x-artefacts-smev-gov-ru/services/message-exchange/types/';

export const declarationsOf = (version) =>
  `xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:typ="${kTypes}${version}" xmlns:bas="${kTypes}basic/${version}"`;

const kBusiness = `<q:BreachRequest xmlns:q="urn://x-artefacts-gibdd-gov-ru/breach/root/1.0" xmlns:unused="urn:unused" Id="PERSONAL_SIGNATURE">
  <q:RequestedInformation><!-- кто -->
    <q:Name xmlns:p="urn:p" p:kind='a "b"'>Ёлкин &gt; Иван&amp;Ко</q:Name><q:Empty/>
  </q:RequestedInformation><q:Long>${'текст '.repeat(90)}&lt;&gt;конец</q:Long>
</q:BreachRequest>`;

const kLongMetadata = `<typ:MessageMetadata>
  <typ:MessageId>4034b590-aef8-11ea-ac86-5b7a89790fcb</typ:MessageId><typ:MessageType>REQUEST</typ:MessageType>
  <typ:Sender><typ:Mnemonic>500502_3T</typ:Mnemonic><typ:HumanReadableName>ИСОГД Московской области</typ:HumanReadableName></typ:Sender>
  <typ:SendingTimestamp>2020-06-15T14:18:59.000+03:00</typ:SendingTimestamp><typ:DestinationName>unknown</typ:DestinationName>
  <typ:Recipient><typ:Mnemonic>RRTR02</typ:Mnemonic><typ:HumanReadableName>ИС ППОЗ ЕГРН</typ:HumanReadableName></typ:Recipient>
  <typ:SupplementaryData><typ:DetectedContentTypeName>not detected</typ:DetectedContentTypeName>
    <typ:InteractionType>NotDetected</typ:InteractionType></typ:SupplementaryData><typ:Status>requestIsQueued</typ:Status>
</typ:MessageMetadata>`;

export const envelope = (version, body, above = '') =>
  `<soap:Envelope ${declarationsOf(version)}${above}><soap:Header/><soap:Body>${body}</soap:Body></soap:Envelope>`;

const aboveOf = (spelling) =>
  spelling.declareAbove ? ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#"' : '';

// What a participant sends: SendRequestRequest, with ЭП-СП when there is a person.
export function request(
  openssl,
  {
    version = '1.2',
    system,
    person,
    spelling = spellings.plain,
    form,
    headers = '',
    contents = '',
  },
) {
  const declarations = declarationsOf(version) + aboveOf(spelling);
  const options = { spelling, form };
  const personal = person
    ? `<typ:PersonalSignature>${makeSignature(openssl, person, {
        ...options,
        uri: '#PERSONAL_SIGNATURE',
        octets: octetsOf(kBusiness, declarations),
      })}</typ:PersonalSignature>`
    : '';
  const data = `<typ:SenderProvidedRequestData Id="SIGNED_BY_CALLER"><typ:MessageID>0e8cfc01-5e81-11e4-a9ff-d4c9eff07b77</typ:MessageID><bas:MessagePrimaryContent>${kBusiness}</bas:MessagePrimaryContent>${personal}${headers}</typ:SenderProvidedRequestData>`;
  const signature = makeSignature(openssl, system, {
    ...options,
    uri: '#SIGNED_BY_CALLER',
    octets: octetsOf(data, declarations),
  });
  return {
    data,
    signature,
    text: envelope(
      version,
      `<typ:SendRequestRequest>${data}${contents}<typ:CallerInformationSystemSignature>${signature}</typ:CallerInformationSystemSignature></typ:SendRequestRequest>`,
      aboveOf(spelling),
    ),
  };
}

// What the bus hands out: the sender's block and signature inside what ЭП-СМЭВ covers.
export function delivered(
  openssl,
  { version = '1.2', bus, spelling = spellings.plain, form, contents = '', ...sender },
) {
  const declarations = declarationsOf(version) + aboveOf(spelling);
  const { data, signature } = request(openssl, { version, spelling, form, ...sender });
  const inner = `<typ:Request Id="SIGNED_BY_SMEV">${data}${kLongMetadata}<typ:ReplyTo>eyJzaWQiOjF9</typ:ReplyTo><typ:SenderInformationSystemSignature>${signature}</typ:SenderInformationSystemSignature></typ:Request>`;
  const own = makeSignature(openssl, bus, {
    spelling,
    form,
    uri: '#SIGNED_BY_SMEV',
    octets: octetsOf(inner, declarations),
  });
  return envelope(
    version,
    `<typ:GetRequestResponse>\n  <typ:RequestMessage>${inner}${contents}\n    <typ:SMEVSignature>${own}</typ:SMEVSignature></typ:RequestMessage>\n</typ:GetRequestResponse>`,
    aboveOf(spelling),
  );
}

export const attachmentHeader = (id, cms) =>
  `<bas:AttachmentHeader><bas:contentId>${id}</bas:contentId><bas:MimeType>application/pdf</bas:MimeType><bas:SignaturePKCS7>${cms}</bas:SignaturePKCS7></bas:AttachmentHeader>`;
export const attachmentContent = (id, content) =>
  `<bas:AttachmentContent><bas:Id>${id}</bas:Id><bas:Content>${content}</bas:Content></bas:AttachmentContent>`;
export const include = (id) =>
  `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${encodeURIComponent(id)}"/>`;

export function multipart(envelopeText, parts, { end = '\r\n' } = {}) {
  const boundary = 'uuid:5b3e0000-1f4e-4f2a-9d1b-aaaaaaaaaaaa';
  const head = (id, type) =>
    Buffer.from(
      `--${boundary}${end}Content-Type: ${type}${end}Content-Transfer-Encoding: binary${end}Content-ID: <${id}>${end}${end}`,
    );
  const pieces = [
    head('root.message@cxf.apache.org', 'application/xop+xml; charset=UTF-8; type="text/xml"'),
    Buffer.from(envelopeText),
  ];
  for (const [id, bytes] of parts)
    pieces.push(Buffer.from(end), head(id, 'application/octet-stream'), bytes);
  pieces.push(Buffer.from(`${end}--${boundary}--${end}`));
  const type = `multipart/related; type="application/xop+xml"; boundary="${boundary}"; start="<root.message@cxf.apache.org>"; start-info="text/xml"`;
  return { body: Buffer.concat(pieces), type };
}

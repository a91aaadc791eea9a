// SPDX-License-Identifier: Apache-2.0
// Random documents full of what the transform treats specially, each with the result of the second implementation.
// Usage: node smev_documents.mjs SEED COUNT; prints DOCUMENT NUL RESULT NUL …, a result "\u0001" means "refused".
import { smevTransform } from './smev_transform.mjs';

const [seed, count] = process.argv.slice(2).map(Number);

let state = seed >>> 0;
function random(limit) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}
const pick = (list) => list[random(list.length)];
const times = (most, make) => Array.from({ length: random(most + 1) }, make).join('');

const kUris = [
  'urn:a',
  'urn:b',
  'URN:Z',
  'http://x.test/1',
  'urn:a?p=1&amp;q=2',
  'urn:ж',
  'urn:\u{1F600}',
  'urn:\uFFFD',
];
const kPrefixes = ['p', 'q', 'ns1', 'ns2', 'ns10', 'Ж'];
const kNames = ['a', 'B', '_c', 'elementOne', 'Ёлка', 'x.y-z', 'ns1', 'Id'];
const kTextPieces = [
  'a',
  'bc',
  ' ',
  '\n',
  '\t',
  '\r\n',
  '&gt;',
  '>',
  '&lt;',
  '&amp;',
  '&#xD;',
  '&#13;',
  '&#10;',
  ']',
  ']]&gt;',
  '"',
  "'",
  'Ж',
  'é',
  '\u0085',
  '\u007F',
  '\u009F',
  '\u00A0',
  '\u2028',
  '\u{1F600}',
  '&#x1F601;',
  '&quot;',
  '&apos;',
  '&#x7f;',
];
const kValuePieces = [
  'a',
  ' ',
  '\n',
  '\t',
  '\r\n',
  '&gt;',
  '>',
  '&lt;',
  '&amp;',
  '&quot;',
  '&apos;',
  '&#9;',
  '&#10;',
  '&#13;',
  'я',
  '\u{1F600}',
  '\u0085',
  'p:T',
  '&#x80;',
];

function textPieces(most) {
  let text = '';
  for (let left = random(most + 1); left > 0; left--) {
    const piece = pick(kTextPieces);
    // "]]>" may not stand in text, nor come about between two pieces of it.
    text += piece === '>' && (text === '' || text.endsWith(']')) ? '&gt;' : piece;
  }
  return text;
}

function textNode() {
  switch (random(12)) {
    case 0:
      return `<!--${times(2, () => pick([' x ', '>', 'ж']))}-->`;
    case 1:
      return `<?pi ${times(2, () => pick(['x', '>', ' ']))}?>`;
    case 2:
      return `<![CDATA[${times(6, () => pick(['<x>', '&', ']]', ' >', ' ', 'ж', '\r\n']))} ]]>`;
    case 3:
      return times(4, () => pick([' ', '\n', '\t', '&#xD;', '\r']));
    case 4:
      return 'y'.repeat(pick([9, 10, 11, 12, 13])) + textPieces(3);
    case 5:
      return (
        'z'.repeat(505 + random(14)) + textPieces(8) + 'w'.repeat(490 + random(30)) + textPieces(6)
      );
    case 6:
      return '\u{1F600}'.repeat(random(8)) + textPieces(6);
    default:
      return textPieces(14);
  }
}

// Attributes of one element must differ by namespace and name, not only by how they are written.
function startTag(scope, name) {
  const own = { ...scope };
  const declared = new Map();
  for (let left = random(3); left > 0; left--) declared.set(pick(kPrefixes), pick(kUris));
  if (scope[''] === undefined || random(3) === 0) declared.set('', pick(kUris));
  for (const [prefix, uri] of declared) own[prefix] = uri;
  const bound = Object.keys(own);
  const qualified = (prefix, local) => (prefix === '' ? local : `${prefix}:${local}`);
  const seen = new Set();
  const attributes = [];
  for (let left = random(5); left > 0; left--) {
    const prefix = random(2) === 0 ? '' : pick(bound);
    const local = pick(kNames);
    const key = `${prefix === '' ? '' : own[prefix]} ${local}`;
    if (seen.has(key)) continue;
    seen.add(key);
    attributes.push([qualified(prefix, local), times(5, () => pick(kValuePieces))]);
  }
  for (const [prefix, uri] of declared)
    attributes.push([prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]);
  attributes.sort(() => random(3) - 1);
  const written = attributes.map(([key, value]) => {
    const quote = value.includes('"') || random(3) === 0 ? "'" : '"';
    return `${pick([' ', '\n', '  ', '\r\n\t'])}${key}${pick(['=', ' = '])}${quote}${value}${quote}`;
  });
  const full = qualified(pick(bound), name);
  return { own, full, open: full + written.join('') };
}

let nodes = 0;
function element(scope, depth) {
  nodes += 1;
  const { own, full, open } = startTag(scope, pick(kNames));
  let content = '';
  for (let left = random(6); left > 0; left--) {
    content += depth < 9 && nodes < 70 && random(3) === 0 ? element(own, depth + 1) : textNode();
  }
  if (content === '' && random(2) === 0) return `<${open}${pick(['', ' ', '\n'])}/>`;
  return `<${open}${pick(['', ' '])}>${content}</${full}${pick(['', ' ', '\n'])}>`;
}

function refusedElement() {
  return pick([
    '<a/>',
    '<a xmlns="urn:a"><b xmlns=""/></a>',
    '<a xmlns="urn:a" xml:lang="ru"/>',
    '<p:a xmlns:p="urn:a">\n<b/></p:a>',
  ]);
}

for (let i = 0; i < count; i++) {
  nodes = 0;
  const head = pick([
    '',
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<?xml version='1.0'?>\r\n<!-- > -->\n",
    '\uFEFF',
  ]);
  const body = random(50) === 0 ? refusedElement() : element({}, 0);
  const source = head + body + pick(['', '\n', '<!-- end -->', '\r\n<?end?>']);
  process.stdout.write(`${source}\0${smevTransform(source) ?? '\u0001'}\0`);
}

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { xmlLines } from './xml-lines.ts';

function shown(source: string) {
  return xmlLines(source).map(
    ({ depth, parts }) => ' '.repeat(depth) + parts.map(({ text }) => text).join(''),
  );
}

describe('xmlLines', () => {
  it('puts every element on a line of its own, indented', () => {
    const source =
      '<a:Envelope xmlns:a="urn:a"><a:Body><Id n="1">42</Id><Empty/></a:Body></a:Envelope>';
    expect(shown(source)).toEqual([
      '<a:Envelope xmlns:a="urn:a">',
      ' <a:Body>',
      '  <Id n="1">42</Id>',
      '  <Empty/>',
      ' </a:Body>',
      '</a:Envelope>',
    ]);
  });

  it('folds what nobody reads and says how much', () => {
    const [line] = xmlLines(`<Signature>${'A'.repeat(500)}</Signature>`);
    expect(line?.folded).toBe(340);
  });

  it('shows what is not XML as it is', () => {
    expect(shown('502 Bad Gateway')).toEqual(['502 Bad Gateway']);
  });
});

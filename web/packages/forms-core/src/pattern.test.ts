// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { matches } from './pattern.ts';

describe('patterns', () => {
  // The browser's own matcher is the judge of what fits.
  it('fit what the regular expressions of ECMAScript fit', () => {
    const random = mulberry(20261125);
    let fitted = 0;
    for (let i = 0; i < 4000; i += 1) {
      const pattern = randomPattern(random, 3);
      const text = randomText(random);
      const wanted = new RegExp(pattern, 'u').test(text);
      if (wanted) fitted += 1;
      expect(matches(pattern, text), `${pattern} on ${JSON.stringify(text)}`).toBe(wanted);
    }
    expect(fitted).toBeGreaterThan(500);
  });

  it.each([
    ['^\\d{3}-\\d{3}-\\d{3} \\d{2}$', '112-233-445 95', true],
    ['^[^\\d\\]-]+$', 'ab]', false],
    ['^[а-яё-]{2,}$', 'ёлка-1', false],
    ['^.$', '😀', true],
    ['^.$', '\u2028', false],
    ['^(a|)$', '', true],
    ['^x{0}$', '', true],
    ['b|^c$', 'abc', true],
    ['^[\\t\\n]\\/\\.$', '\t/.', true],
  ])('%s on %j', (pattern, text, fits) => {
    expect(new RegExp(pattern, 'u').test(text)).toBe(fits);
    expect(matches(pattern, text)).toBe(fits);
  });

  // Each of these would keep a matcher that goes back busy for years.
  it.each([
    ['^(a?){50}a{50}$', `${'a'.repeat(60)}b`],
    ['^(a+)+b$', 'a'.repeat(1000)],
    ['^a*a*a*a*a*a*b$', 'a'.repeat(1000)],
    [`^${'a?'.repeat(60)}${'a'.repeat(60)}$`, `${'a'.repeat(70)}b`],
  ])('%s has an answer', (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  it('that can not be read are told', () => {
    for (const pattern of ['(', 'a)', '[a', '*a', 'a{2', 'a\\'])
      expect(() => matches(pattern, 'a'), pattern).toThrow(SyntaxError);
  });
});

type Random = (below: number) => number;

function mulberry(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const atoms = ['a', 'b', '1', '\\d', '.', '[ab]', '[^a]', '[0-9b-]', '\\.', '^', '$', 'ё'];
const counts = ['', '', '', '?', '*', '+', '{2}', '{1,2}', '{0,3}', '{2,}', '*?'];

function randomPattern(random: Random, depth: number): string {
  const parts = Array.from({ length: 1 + random(3) }, () => {
    const group = depth > 0 && random(3) === 0;
    const atom = group
      ? `(${randomPattern(random, depth - 1)})`
      : (atoms[random(atoms.length)] as string);
    // RegExp of the `u` kind counts no places.
    return atom === '^' || atom === '$' ? atom : atom + counts[random(counts.length)];
  });
  const sequence = parts.join('');
  return random(4) === 0 ? `${sequence}|${atoms[random(atoms.length)]}` : sequence;
}

function randomText(random: Random): string {
  return Array.from({ length: random(7) }, () => 'ab1.ё-\n'[random(7)]).join('');
}

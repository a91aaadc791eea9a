// SPDX-License-Identifier: Apache-2.0
import { matches, type Node, parsePattern } from './pattern.ts';
import type { Field } from './schema.ts';

const longest = 40;
const digits = '123456789012345678901234567890';

// The shortest text that fits; a row of digits counts up, as people write examples.
function write(node: Node, before: string): string {
  if (node.kind === 'place') return before;
  if (node.kind === 'one') return before + digitOr(node, before);
  if (node.kind === 'repeat') {
    const parts = new Array<Node>(Math.min(node.least, longest)).fill(node.part);
    return parts.reduce((text, part) => write(part, text), before);
  }
  const parts = node.kind === 'choice' ? node.parts.slice(0, 1) : node.parts;
  return parts.reduce((text, part) => write(part, text), before);
}

function digitOr({ test, example }: Extract<Node, { kind: 'one' }>, before: string) {
  const next = digits[/\d*$/.exec(before)?.[0].length ?? 0] ?? '0';
  const anyDigit = test('0'.charCodeAt(0)) && test('9'.charCodeAt(0));
  return anyDigit && test(next.charCodeAt(0)) ? next : example;
}

/** How the field is filled in: its own example, else a text that fits its pattern; none when that would tell little. */
export function exampleOf(field: Field): string | undefined {
  if (field['x-placeholder']) return field['x-placeholder'];
  if (field.pattern === undefined) return undefined;
  const text = write(parsePattern(field.pattern), '');
  const tells = text.length >= 3 && text.length <= longest;
  return tells && matches(field.pattern, text) ? text : undefined;
}

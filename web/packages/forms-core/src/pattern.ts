// SPDX-License-Identifier: Apache-2.0
// Patterns of docs/forms.md. The browser's RegExp tries one way after another, and a schema from outside may hold a
// pattern that keeps it busy for years: here all ways are walked at once, each character costs one look at each state.

type Test = (code: number) => boolean;
// `test` takes a character, `at` asks for a place, without either it is a fork; no `next`: the pattern is through.
type State = { test?: Test; at?: 'start' | 'end'; next: State[] };

// What one place of the text may be, and a sign that may stand there.
export type Sign = { test: Test; example: string };

export type Node =
  | ({ kind: 'one' } & Sign)
  | { kind: 'place'; at: 'start' | 'end' }
  | { kind: 'sequence' | 'choice'; parts: Node[] }
  | { kind: 'repeat'; part: Node; least: number; most: number };

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };
const lineEnds = '\n\r\u2028\u2029';

class Reader {
  private readonly signs: string[];
  private at = 0;

  constructor(private readonly pattern: string) {
    this.signs = [...pattern];
  }

  whole(): Node {
    const node = this.choice();
    if (this.at < this.signs.length) this.fail();
    return node;
  }

  private fail(): never {
    throw new SyntaxError(`a pattern that forms do not know: ${this.pattern}`);
  }

  private take(sign: string): boolean {
    if (this.signs[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private next(): string {
    return this.signs[this.at++] ?? this.fail();
  }

  private choice(): Node {
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    return { kind: 'choice', parts };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.signs.length && !'|)'.includes(this.signs[this.at] ?? ''))
      parts.push(this.counted(this.atom()));
    return { kind: 'sequence', parts };
  }

  private atom(): Node {
    const sign = this.next();
    if (sign === '^') return { kind: 'place', at: 'start' };
    if (sign === '$') return { kind: 'place', at: 'end' };
    if (sign === '.')
      return { kind: 'one', test: (code) => !lineEnds.includes(letter(code)), example: 'а' };
    if (sign === '[') return { kind: 'one', ...this.set() };
    if (sign === '\\') return { kind: 'one', ...this.escape() };
    if ('*+?{'.includes(sign)) this.fail();
    if (sign !== '(') return { kind: 'one', ...range(sign, sign) };
    const inner = this.choice();
    if (!this.take(')')) this.fail();
    return inner;
  }

  private escape(): Sign {
    const sign = this.next();
    const literal = controls[sign] ?? sign;
    return sign === 'd' ? range('0', '9') : range(literal, literal);
  }

  private set(): Sign {
    const negated = this.take('^');
    const members: Sign[] = [];
    while (!this.take(']')) members.push(this.member());
    const test: Test = (code) => members.some((member) => member.test(code)) !== negated;
    const likely = [...'1аАaA-', ...members.map(({ example }) => example)];
    return { test, example: likely.find((sign) => test(sign.codePointAt(0) ?? 0)) ?? '' };
  }

  private member(): Sign {
    const first = this.single();
    if (!first) return range('0', '9');
    if (this.signs[this.at] !== '-' || this.signs[this.at + 1] === ']') return range(first, first);
    this.at += 1;
    return range(first, this.single() ?? this.fail());
  }

  // A sign of a class; empty for \d.
  private single(): string | undefined {
    const sign = this.next();
    if (sign !== '\\') return sign;
    const escaped = this.next();
    return escaped === 'd' ? undefined : (controls[escaped] ?? escaped);
  }

  private counted(part: Node): Node {
    const [least, most] = this.counts() ?? [1, 1];
    if (least === 1 && most === 1) return part;
    this.take('?'); // what is taken first makes no difference to whether it fits
    return { kind: 'repeat', part, least, most };
  }

  private counts(): [number, number] | undefined {
    if (this.take('?')) return [0, 1];
    if (this.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (!this.take('{')) return undefined;
    const least = this.number() ?? this.fail();
    const most = this.take(',') ? (this.number() ?? Number.POSITIVE_INFINITY) : least;
    if (!this.take('}')) this.fail();
    return [least, most];
  }

  private number(): number | undefined {
    const from = this.at;
    while (/^\d$/.test(this.signs[this.at] ?? '')) this.at += 1;
    return this.at > from ? Number(this.signs.slice(from, this.at).join('')) : undefined;
  }
}

function letter(code: number) {
  return String.fromCodePoint(code);
}

function range(first: string, last: string): Sign {
  const [least, most] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
  return { test: (code) => code >= least && code <= most, example: first };
}

/** The pattern as a tree. Throws a SyntaxError for what forms do not know. */
export function parsePattern(pattern: string): Node {
  return new Reader(pattern).whole();
}

// The node's states with `then` behind them.
function compile(node: Node, then: State): State {
  switch (node.kind) {
    case 'one':
      return { test: node.test, next: [then] };
    case 'place':
      return { at: node.at, next: [then] };
    case 'sequence':
      return node.parts.reduceRight((behind, part) => compile(part, behind), then);
    case 'choice':
      return { next: node.parts.map((part) => compile(part, then)) };
    case 'repeat':
      return compileRepeat(node.part, node.least, node.most, then);
  }
}

function compileRepeat(part: Node, least: number, most: number, then: State): State {
  let state = then;
  if (most === Number.POSITIVE_INFINITY) {
    state = { next: [then] };
    state.next.push(compile(part, state));
  } else {
    for (let i = least; i < most; i += 1) state = { next: [then, compile(part, state)] };
  }
  for (let i = 0; i < least; i += 1) state = compile(part, state);
  return state;
}

// Adds what can be reached from the state without taking a character.
function reach(from: State, reached: Set<State>, place: { start: boolean; end: boolean }) {
  const open = [from];
  for (let state = open.pop(); state; state = open.pop()) {
    if (reached.has(state) || (state.at && !place[state.at])) continue;
    reached.add(state);
    if (!state.test) open.push(...state.next);
  }
}

const compiled = new Map<string, { first: State; last: State }>();

function statesOf(pattern: string) {
  const known = compiled.get(pattern);
  if (known) return known;
  const last: State = { next: [] };
  const states = { first: compile(parsePattern(pattern), last), last };
  compiled.set(pattern, states);
  return states;
}

/** Whether the pattern fits anywhere in the text, as `new RegExp(pattern, 'u').test(text)` says. */
export function matches(pattern: string, text: string): boolean {
  const { first, last } = statesOf(pattern);
  const signs = [...text];
  let states = new Set<State>();
  for (let at = 0; at <= signs.length; at += 1) {
    const place = { start: at === 0, end: at === signs.length };
    const reached = new Set<State>();
    for (const state of states) reach(state, reached, place);
    reach(first, reached, place);
    if (reached.has(last)) return true;
    const code = signs[at]?.codePointAt(0) ?? 0;
    states = new Set();
    for (const state of reached) if (state.test?.(code)) states.add(state.next[0] as State);
  }
  return false;
}

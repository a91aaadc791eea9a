// SPDX-License-Identifier: Apache-2.0
// The modules of the program as text, by their path from here, for tests of what is loaded with what.
export const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function pathOf(target: string, from: string): string | undefined {
  const whole = target.startsWith('@/')
    ? `../${target.slice(2)}`
    : new URL(target, `file:///test/${from}`).pathname.replace('/', '../');
  return [whole, whole.replace('../test/', './')].find((path) => path in sources);
}

export function statics(path: string) {
  const found = (sources[path] ?? '').matchAll(/^(?:import|export)\b(?! type)[^;]*?'([^']+)';/gms);
  return [...found].map((match) => match[1] ?? '');
}

// The module and all that its static imports bring with it.
export function reached(entry: string, known = new Set<string>()): Set<string> {
  if (known.has(entry)) return known;
  known.add(entry);
  for (const target of statics(entry)) {
    const path = pathOf(target, entry);
    if (path) reached(path, known);
  }
  return known;
}

// SPDX-License-Identifier: Apache-2.0

/**
 * Whether two values of JSON say the same. The order of an object's names says nothing: the server keeps another than
 * the one in which a person has typed. A name without a value is no name.
 */
export function same(one: unknown, other: unknown): boolean {
  if (!isNested(one) || !isNested(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

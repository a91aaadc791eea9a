// SPDX-License-Identifier: Apache-2.0

/** Below 0, 0 or above 0 as `one` is less than, equal to or more than `other`: texts of the format `decimal`, exactly. */
export function compareDecimals(one: string, other: string): number {
  const places = Math.max(fractionOf(one).length, fractionOf(other).length);
  const [a, b] = [scaled(one, places), scaled(other, places)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function fractionOf(text: string) {
  return text.split('.')[1] ?? '';
}

function scaled(text: string, places: number): bigint {
  return BigInt((text.split('.')[0] ?? '0') + fractionOf(text).padEnd(places, '0'));
}

// SPDX-License-Identifier: Apache-2.0
// Reads of URL search parameters: what is unknown or malformed is dropped, never an error.

type Search = Record<string, unknown>;
type Known<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

// Only what the address gives.
export function known<Values extends object>(values: Values): Known<Values> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Known<Values>;
}

export function text(search: Search, name: string): string | undefined {
  const value = search[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function oneOf<Value extends string>(
  search: Search,
  name: string,
  allowed: readonly Value[],
): Value | undefined {
  return allowed.find((value) => value === search[name]);
}

export function flag(search: Search, name: string): boolean | undefined {
  return search[name] === true || search[name] === 'true' ? true : undefined;
}

export function whole(search: Search, name: string): number | undefined {
  const value = Number(search[name]);
  return search[name] !== undefined && search[name] !== '' && Number.isInteger(value)
    ? value
    : undefined;
}

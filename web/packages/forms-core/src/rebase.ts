// SPDX-License-Identifier: Apache-2.0
import { same } from './same.ts';
import { type Data, isObject, type Value } from './schema.ts';

/**
 * Two people's changes of one form, of which both began with `base`: a field that was changed in `mine` is mine, every
 * other is theirs. Groups are looked into; a list is one field.
 */
export function rebase(mine: Data, base: Data, theirs: Data): Data {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const out: Data = {};
  for (const name of names) {
    const value = chosen(mine[name], base[name], theirs[name]);
    if (value !== undefined) out[name] = value;
  }
  return out;
}

function chosen(mine?: Value, base?: Value, theirs?: Value): Value | undefined {
  if (same(mine, base)) return theirs;
  if (isObject(mine) && isObject(base) && isObject(theirs)) return rebase(mine, base, theirs);
  return mine;
}

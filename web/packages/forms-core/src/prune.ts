// SPDX-License-Identifier: Apache-2.0
import { holds } from './conditions.ts';
import { toStored } from './formats.ts';
import {
  type Data,
  type Field,
  isObject,
  isOfPassport,
  namesInOrder,
  type Value,
} from './schema.ts';

const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/gu;

export function trimText(text: string): string {
  return text.replace(EDGES, '');
}

/** The data as they are kept and checked: hidden fields and empty values are gone, formats in their stored form. */
export function prune(schema: Field, data: Data): Data {
  const out: Data = {};
  pruneObject(schema, data, out, out);
  return out;
}

// Conditions see what was pruned before them: `scope` is the form (or row) under construction.
function pruneObject(schema: Field, data: Data, out: Data, scope: Data): void {
  const known = schema.properties ?? {};
  for (const name of namesInOrder(schema)) {
    const field = known[name];
    if (!field || !Object.hasOwn(data, name)) continue;
    const condition = field['x-visible-when'];
    if (condition && !holds(condition, scope)) continue;
    pruneField(field, name, data[name] as Value, out, scope);
    const text = out[name];
    if (typeof text === 'string' && isOfPassport(field, out)) out[name] = spaced(text);
  }
  for (const [name, value] of Object.entries(data)) {
    if (!Object.hasOwn(known, name)) out[name] = value;
  }
}

// "4511123456" and "4511 123456" are «45 11 123456»; what is no passport stays as it is.
function spaced(typed: string): string {
  const [, ...parts] = /^(\d{2})(\d{2})(\d{6})$/.exec(typed.replaceAll(' ', '')) ?? [];
  return parts.length > 0 ? parts.join(' ') : typed;
}

function pruneField(field: Field, name: string, value: Value, out: Data, scope: Data): void {
  if (field.type === 'object' && isObject(value)) {
    const inner: Data = {};
    out[name] = inner; // conditions inside the group may look at the group's own earlier fields
    pruneObject(field, value, inner, scope);
    if (Object.keys(inner).length === 0) delete out[name];
    return;
  }
  const kept = pruneValue(field, value);
  if (kept !== undefined) out[name] = kept;
}

function pruneValue(field: Field, value: Value): Value | undefined {
  if (value === null) return undefined;
  if (field.type === 'string' && typeof value === 'string') {
    const trimmed = trimText(value);
    return trimmed === '' ? undefined : toStored(field.format, trimmed);
  }
  if (field.type === 'array' && Array.isArray(value)) {
    const items = value
      .map((item) => pruneItem(field.items, item))
      .filter((item): item is Value => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  return value;
}

function pruneItem(items: Field | undefined, item: Value): Value | undefined {
  if (items?.type === 'object' && isObject(item)) {
    const row: Data = {};
    pruneObject(items, item, row, row);
    return row;
  }
  if (items?.type === 'string' && typeof item === 'string') return trimText(item) || undefined;
  return item;
}

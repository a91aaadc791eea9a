// SPDX-License-Identifier: Apache-2.0
import { type Condition, isObject, type Value } from './schema.ts';

function same(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => same(item, b[at] as Value));
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && same(a[name] as Value, b[name] as Value))
    );
  }
  return a === b;
}

/** Whether `data` satisfies the condition; the keywords have exactly the standard's meaning. */
export function holds(condition: Condition, data: Value): boolean {
  if (condition.const !== undefined && !same(condition.const, data)) return false;
  if (condition.enum !== undefined && !condition.enum.some((value) => same(value, data)))
    return false;
  if (condition.not !== undefined && holds(condition.not, data)) return false;
  if (condition.allOf?.some((part) => !holds(part, data))) return false;
  if (condition.anyOf !== undefined && !condition.anyOf.some((part) => holds(part, data)))
    return false;
  if (typeof data === 'number') return holdsForNumber(condition, data);
  if (Array.isArray(data)) return holdsForArray(condition, data);
  if (isObject(data)) {
    if (condition.required?.some((name) => !Object.hasOwn(data, name))) return false;
    return Object.entries(condition.properties ?? {}).every(
      ([name, part]) => !Object.hasOwn(data, name) || holds(part, data[name] as Value),
    );
  }
  return true;
}

function holdsForNumber(condition: Condition, data: number): boolean {
  return (
    !(condition.minimum !== undefined && data < condition.minimum) &&
    !(condition.maximum !== undefined && data > condition.maximum)
  );
}

function holdsForArray(condition: Condition, data: Value[]): boolean {
  if (condition.minItems !== undefined && data.length < condition.minItems) return false;
  const { contains } = condition;
  return contains === undefined || data.some((item) => holds(contains, item));
}

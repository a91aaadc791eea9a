// SPDX-License-Identifier: Apache-2.0
import { accountFits, isBankBik } from './check-digits.ts';
import { holds } from './conditions.ts';
import { isDay, limitDay, showDay } from './dates.ts';
import { compareDecimals } from './decimals.ts';
import { formatError } from './formats.ts';
import { matches } from './pattern.ts';
import { prune } from './prune.ts';
import {
  type Data,
  type Field,
  type FieldError,
  isObject,
  isOfPassport,
  namesInOrder,
  pointerTo,
  type Value,
} from './schema.ts';

interface Place {
  pointer: string;
  scope: Data; // what conditions are judged on
  parent: Data; // the object the field is a member of
  parentSchema: Field;
  today: string;
}

/** Every wrong field in the order of display, at most one error a field. Empty: the form may be filed. */
export function validate(schema: Field, data: Data, today: string): FieldError[] {
  const pruned = prune(schema, data);
  return checkObject(schema, pruned, {
    pointer: '',
    scope: pruned,
    parent: pruned,
    parentSchema: schema,
    today,
  });
}

function checkObject(schema: Field, data: Data, place: Place): FieldError[] {
  const known = schema.properties ?? {};
  const errors = namesInOrder(schema).flatMap((name) => {
    const field = known[name];
    if (!field) return [];
    const condition = field['x-visible-when'];
    if (condition && !holds(condition, place.scope)) return [];
    const inner = {
      ...place,
      pointer: pointerTo(place.pointer, name),
      parent: data,
      parentSchema: schema,
    };
    return Object.hasOwn(data, name)
      ? checkField(field, data[name] as Value, inner)
      : checkAbsent(field, name, inner);
  });
  const unknown = Object.keys(data)
    .filter((name) => !Object.hasOwn(known, name))
    .sort();
  return [
    ...errors,
    ...unknown.map((name) => ({ pointer: pointerTo(place.pointer, name), code: 'field.unknown' })),
  ];
}

function isRequired(field: Field, name: string, place: Place): boolean {
  const condition = field['x-required-when'];
  return (
    (place.parentSchema.required ?? []).includes(name) ||
    (condition !== undefined && holds(condition, place.scope))
  );
}

function checkAbsent(field: Field, name: string, place: Place): FieldError[] {
  if (!isRequired(field, name, place)) return [];
  if (field.type === 'object') return checkObject(field, {}, place);
  return [
    {
      pointer: place.pointer,
      code: field.type === 'boolean' && field.const ? 'field.must_be_checked' : 'field.required',
    },
  ];
}

function hasType(field: Field, value: Value): boolean {
  switch (field.type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === field.type;
  }
}

function checkField(field: Field, value: Value, place: Place): FieldError[] {
  if (!hasType(field, value)) return [{ pointer: place.pointer, code: 'field.type' }];
  if (isObject(value)) return checkObject(field, value, place);
  if (Array.isArray(value)) return checkArray(field, value, place);
  const error = firstError(field, value, place);
  return error ? [{ pointer: place.pointer, ...error }] : [];
}

function checkArray(field: Field, value: Value[], place: Place): FieldError[] {
  const errors: FieldError[] = [];
  const most = field.maxItems ?? 50;
  if (field.minItems !== undefined && value.length < field.minItems)
    errors.push({ pointer: place.pointer, code: 'field.too_few', detail: String(field.minItems) });
  else if (value.length > most)
    errors.push({ pointer: place.pointer, code: 'field.too_many', detail: String(most) });
  const items = field.items;
  if (!items) return errors;
  const seen = new Set<Value>();
  value.forEach((item, at) => {
    const pointer = pointerTo(place.pointer, at);
    if (!hasType(items, item)) errors.push({ pointer, code: 'field.type' });
    else if (isObject(item))
      errors.push(
        ...checkObject(items, item, {
          ...place,
          pointer,
          scope: item,
          parent: item,
          parentSchema: items,
        }),
      );
    else if (items.enum && !items.enum.includes(item as string))
      errors.push({ pointer, code: 'field.enum' });
    else if (seen.has(item)) errors.push({ pointer, code: 'field.duplicate' });
    seen.add(item);
  });
  return errors;
}

type Problem = Omit<FieldError, 'pointer'>;

function firstError(field: Field, value: Value, place: Place): Problem | undefined {
  if (typeof value === 'string')
    return (
      textError(field, value) ??
      dateError(field, value, place) ??
      accountError(field, value, place) ??
      passportError(field, value, place)
    );
  if (typeof value === 'number') return numberError(field, value);
  if (field.const === true && value !== true) return { code: 'field.must_be_checked' };
  return undefined;
}

function textError(field: Field, value: string): Problem | undefined {
  const length = [...value].length;
  const most = field.maxLength ?? 1000;
  if (field.minLength !== undefined && length < field.minLength)
    return { code: 'field.too_short', detail: String(field.minLength) };
  if (length > most) return { code: 'field.too_long', detail: String(most) };
  if (field.pattern !== undefined && !matches(field.pattern, value))
    return { code: 'field.pattern' };
  const code = field.format ? formatError(field.format, value) : undefined;
  if (code) return { code };
  if (field.enum && !field.enum.includes(value)) return { code: 'field.enum' };
  return decimalError(field, value);
}

function decimalError(field: Field, value: string): Problem | undefined {
  const [least, most] = [field['x-minimum'], field['x-maximum']];
  if (least !== undefined && compareDecimals(value, least) < 0)
    return { code: 'field.minimum', detail: least };
  if (most !== undefined && compareDecimals(value, most) > 0)
    return { code: 'field.maximum', detail: most };
  return undefined;
}

function numberError(field: Field, value: number): Problem | undefined {
  const show = (limit: number) => String(field['x-widget'] === 'money' ? limit / 100 : limit);
  if (field.minimum !== undefined && value < field.minimum)
    return { code: 'field.minimum', detail: show(field.minimum) };
  if (field.maximum !== undefined && value > field.maximum)
    return { code: 'field.maximum', detail: show(field.maximum) };
  return undefined;
}

function dateError(field: Field, value: string, place: Place): Problem | undefined {
  const [least, most, other] = [field['x-min-date'], field['x-max-date'], field['x-not-before']];
  if (least && value < limitDay(least, place.today)) {
    return least === 'today'
      ? { code: 'field.date_in_past', detail: showDay(place.today) }
      : { code: 'field.date_too_early', detail: showDay(limitDay(least, place.today)) };
  }
  if (most && value > limitDay(most, place.today)) {
    return most === 'today'
      ? { code: 'field.date_in_future', detail: showDay(place.today) }
      : { code: 'field.date_too_late', detail: showDay(limitDay(most, place.today)) };
  }
  const earlier = other ? place.parent[other] : undefined;
  if (other && typeof earlier === 'string' && isDay(earlier) && value < earlier) {
    return {
      code: 'field.date_order',
      detail: place.parentSchema.properties?.[other]?.title ?? '',
    };
  }
  return undefined;
}

function accountError(field: Field, value: string, place: Place): Problem | undefined {
  const bik = field['x-bik'] ? place.parent[field['x-bik']] : undefined;
  return typeof bik === 'string' && isBankBik(bik) && !accountFits(bik, value)
    ? { code: 'bank_account.check_digits' }
    : undefined;
}

function passportError(field: Field, value: string, place: Place): Problem | undefined {
  return isOfPassport(field, place.parent) && !/^\d{2} \d{2} \d{6}$/.test(value)
    ? { code: 'passport_text.format' }
    : undefined;
}

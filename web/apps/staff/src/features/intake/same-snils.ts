// SPDX-License-Identifier: Apache-2.0
import { toStored } from '@okno/forms-core/formats';
import {
  type Data,
  type Field,
  type FormSchema,
  isObject,
  namesInOrder,
  pointerTo,
  type Value,
} from '@okno/forms-core/schema';

// A number belongs to one person: places of the form, of several people, that have the same SNILS. Each list is of two or more.
export function sameSnils(schema: FormSchema, form: Data): string[][] {
  const places = new Map<string, string[]>();
  for (const [pointer, snils] of numbersIn(schema, form, '')) {
    places.set(snils, [...(places.get(snils) ?? []), pointer]);
  }
  return [...places.values()].filter((pointers) => pointers.length > 1);
}

function numbersIn(field: Field, value: Value | undefined, pointer: string): [string, string][] {
  if (typeof value === 'string') {
    const snils = field.format === 'snils' ? toStored('snils', value) : '';
    return snils ? [[pointer, snils]] : [];
  }
  if (Array.isArray(value)) {
    const { items } = field;
    return items ? value.flatMap((row, at) => numbersIn(items, row, pointerTo(pointer, at))) : [];
  }
  if (!isObject(value)) return [];
  return namesInOrder(field).flatMap((name) => {
    const inner = field.properties?.[name];
    return inner ? numbersIn(inner, value[name], pointerTo(pointer, name)) : [];
  });
}

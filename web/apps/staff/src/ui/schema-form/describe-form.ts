// SPDX-License-Identifier: Apache-2.0
import { isDay } from '@okno/forms-core/dates';
import { FORMATS, showInMask } from '@okno/forms-core/formats';
import { prune } from '@okno/forms-core/prune';
import {
  type Data,
  type Field,
  type FormSchema,
  isObject,
  namesInOrder,
  pointerTo,
  type Value,
} from '@okno/forms-core/schema';
import { shortDate } from '@/lib/dates.ts';
import { money, phone } from '@/lib/format.ts';
import type { Language, T } from '@/lib/language.tsx';
import { choicesOf, labelOf } from './form-context.ts';

// One answer, or a group of them («Второй родитель», «Ребёнок 2»).
export type Described =
  | { pointer: string; label: string; value: string }
  | { pointer: string; label: string; values: Described[] };
export type DescribedSection = { code: string; title: string; values: Described[] };

type Words = { language: Language; t: T };

// The form as people read it: sections and fields in the order of display, only what is visible and filled.
export function describeForm(schema: FormSchema, data: Data, words: Words): DescribedSection[] {
  const kept = prune(schema, data);
  const of = (section: string | undefined) => {
    const names = namesInOrder(schema).filter(
      (name) => schema.properties?.[name]?.['x-section'] === section,
    );
    return describeFields(schema, names, kept, '', words);
  };
  const titled = (schema['x-sections'] ?? []).map((section) => ({
    code: section.code,
    title: (words.language === 'en' && section['title-en']) || section.title,
    values: of(section.code),
  }));
  return [{ code: '', title: '', values: of(undefined) }, ...titled].filter(
    ({ values }) => values.length > 0,
  );
}

function describeFields(
  schema: Field,
  names: string[],
  data: Data,
  pointer: string,
  words: Words,
): Described[] {
  return names.flatMap((name): Described[] => {
    const field = schema.properties?.[name];
    const value = data[name];
    if (!field || value === undefined) return [];
    return describeField(field, value, pointerTo(pointer, name), words);
  });
}

function describeField(field: Field, value: Value, pointer: string, words: Words): Described[] {
  const label = labelOf(field, words.language);
  if (field.type === 'object' && isObject(value)) {
    return group(pointer, label, describeObject(field, value, pointer, words));
  }
  if (field.type === 'array' && field.items?.type === 'object' && Array.isArray(value)) {
    return group(pointer, label, describeRows(field, field.items, value, pointer, words));
  }
  return [{ pointer, label, value: show(field, value, words) }];
}

function describeObject(schema: Field, data: Data, pointer: string, words: Words) {
  return describeFields(schema, namesInOrder(schema), data, pointer, words);
}

function describeRows(field: Field, items: Field, rows: Value[], pointer: string, words: Words) {
  const title = field['x-item-title'] ?? words.t('form.rowItem');
  return rows.flatMap((row, at): Described[] => {
    const place = pointerTo(pointer, at);
    const label = words.t('form.row', { title, index: String(at + 1) });
    return isObject(row) ? group(place, label, describeObject(items, row, place, words)) : [];
  });
}

function group(pointer: string, label: string, values: Described[]): Described[] {
  return values.length > 0 ? [{ pointer, label, values }] : [];
}

// A draft may hold anything; what does not fit its field is shown as it is.
function show(field: Field, value: Value, words: Words): string {
  if (typeof value === 'boolean') return words.t(value ? 'form.yes' : 'form.no');
  if (typeof value === 'number') return showNumber(field, value, words.language);
  if (typeof value === 'string') return showText(field, value, words.language);
  if (Array.isArray(value)) {
    const { items } = field;
    return value.map((item) => (items ? show(items, item, words) : String(item))).join('; ');
  }
  return JSON.stringify(value);
}

function showNumber(field: Field, value: number, language: Language) {
  if (field['x-widget'] === 'money') return money(value, language);
  // A year or a house number is no amount: no thin spaces.
  const digits = String(value);
  const shown = language === 'ru' ? digits.replace('.', ',') : digits;
  return withUnit(field, shown);
}

function withUnit(field: Field, shown: string) {
  return [shown, field['x-suffix']].filter(Boolean).join('\u00a0');
}

function showText(field: Field, value: string, language: Language) {
  if (field.enum) {
    const choice = choicesOf(field, language).find((one) => one.value === value);
    return choice?.label ?? value;
  }
  if (field.format === 'date') return isDay(value) ? shortDate(value, language) : value;
  if (field.format === 'phone') return phone(value);
  return withUnit(field, showInMask(field['x-mask'] ?? FORMATS[field.format ?? '']?.mask, value));
}

// SPDX-License-Identifier: Apache-2.0
import { type Field, type FormSchema, namesInOrder } from '@okno/forms-core/schema';
import { inOrder, isOutOfForm, type Word, type Words } from './words.ts';

// The form as the words not yet kept will make it. The server's form already has those that are kept.
export function shownForm(form: FormSchema, words: Words): FormSchema {
  return grouped(form, '', words) as FormSchema;
}

function grouped(field: Field, group: string, words: Words): Field {
  if (!field.properties) return field;
  const pathOf = (name: string) => (group ? `${group}/${name}` : name);
  const names = inOrder(namesInOrder(field), words.order[group]).filter(
    (name) => field.properties?.[name] && !isOutOfForm(words.fields[pathOf(name)]),
  );
  const properties = names.map((name): [string, Field] => [
    name,
    worded(field.properties?.[name] as Field, pathOf(name), words),
  ]);
  const required = names.filter(
    (name) => field.required?.includes(name) || words.fields[pathOf(name)]?.required,
  );
  return {
    ...field,
    properties: Object.fromEntries(properties),
    'x-order': names,
    required: required.length ? required : undefined,
  };
}

function worded(field: Field, path: string, words: Words): Field {
  const inside =
    field.type === 'array' && field.items
      ? { ...field, items: grouped(field.items, path, words) }
      : grouped(field, path, words);
  const word = words.fields[path];
  return word ? { ...inside, ...keywords(word, field) } : inside;
}

function keywords(word: Word, field: Field): Partial<Field> {
  const said: Partial<Field> = {
    title: word.title,
    'x-title-en': word.title_en,
    description: word.help,
    'x-description-en': word.help_en,
    'x-item-title': word.item_title,
    'x-item-title-en': word.item_title_en,
    'x-placeholder': word.placeholder,
    'x-suffix': word.suffix,
    'x-width': word.width,
    'x-widget': word.widget,
    'x-enum-titles': word.titles && { ...field['x-enum-titles'], ...word.titles },
    'x-enum-titles-en': word.titles_en && { ...field['x-enum-titles-en'], ...word.titles_en },
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

// SPDX-License-Identifier: Apache-2.0
import type { Data, Field, FormSchema } from '@okno/forms-core/schema';
import { makeTranslate } from '@okno/i18n/catalog';
import { en } from '@okno/i18n/en';
import { type Russian, ru } from '@okno/i18n/ru';
import { expect, it } from 'vitest';
import { type Described, describeForm } from './describe-form.ts';

const russian = { language: 'ru' as const, t: makeTranslate<Russian>(ru, 'ru') };
const english = { language: 'en' as const, t: makeTranslate<Russian>(en, 'en') };

function schemaOf(properties: { [name: string]: Field }): FormSchema {
  return { type: 'object', title: '', properties, 'x-order': Object.keys(properties) };
}

function shown(field: Field, value: Data[string]) {
  const [section] = describeForm(schemaOf({ field }), { field: value }, russian);
  const [first] = section?.values ?? [];
  // Intl separates digits with no-break spaces; the tests are easier to read without.
  return first && 'value' in first ? first.value.replace(/[\u00a0\u202f]/g, ' ') : undefined;
}

const labels = (values: Described[]): unknown[] =>
  values.map((one) => ('values' in one ? [one.label, labels(one.values)] : one.label));

it.each<[string, Field, Data[string], string]>([
  ['a day', { type: 'string', title: '', format: 'date' }, '1988-03-12', '12.03.1988'],
  ['a phone', { type: 'string', title: '', format: 'phone' }, '+79123456789', '+7 912 345-67-89'],
  ['a SNILS', { type: 'string', title: '', format: 'snils' }, '11223344595', '112-233-445 95'],
  ['money', { type: 'integer', title: '', 'x-widget': 'money' }, 150000, '1 500,00 ₽'],
  ['an area', { type: 'number', title: '', 'x-suffix': 'м²' }, 54.3, '54,3 м²'],
  ['a year', { type: 'integer', title: '' }, 2026, '2026'],
  ['a consent', { type: 'boolean', title: '', const: true }, true, 'да'],
  ['a denial', { type: 'boolean', title: '' }, false, 'нет'],
  [
    'a choice',
    { type: 'string', title: '', enum: ['own'], 'x-enum-titles': { own: 'родной' } },
    'own',
    'родной',
  ],
  [
    'several choices',
    {
      type: 'array',
      title: '',
      items: {
        type: 'string',
        title: '',
        enum: ['a', 'b'],
        'x-enum-titles': { a: 'вода', b: 'газ' },
      },
    },
    ['a', 'b'],
    'вода; газ',
  ],
])('shows %s as people read it', (_, field, value, text) => {
  expect(shown(field, value)).toBe(text);
});

it('shows what does not fit its field as it was typed', () => {
  expect(shown({ type: 'string', title: '', format: 'date' }, '31.02.2026')).toBe('31.02.2026');
  expect(shown({ type: 'string', title: '', enum: ['own'] }, 'unheard')).toBe('unheard');
  expect(shown({ type: 'string', title: '', format: 'snils' }, '12')).toBe('12');
});

const family: FormSchema = {
  type: 'object',
  title: '',
  'x-order': ['children', 'parent', 'reason', 'city'],
  'x-sections': [
    { code: 'where', title: 'Адрес', 'title-en': 'Address' },
    { code: 'who', title: 'Семья' },
  ],
  properties: {
    city: { type: 'string', title: 'Город', 'x-title-en': 'City', 'x-section': 'where' },
    children: {
      type: 'array',
      title: 'Дети',
      'x-item-title': 'Ребёнок',
      'x-section': 'who',
      items: {
        type: 'object',
        title: '',
        'x-order': ['last_name', 'birth_date'],
        properties: {
          birth_date: { type: 'string', title: 'Дата рождения', format: 'date' },
          last_name: { type: 'string', title: 'Фамилия' },
        },
      },
    },
    parent: {
      type: 'object',
      title: 'Второй родитель',
      'x-section': 'who',
      'x-order': ['name'],
      properties: { name: { type: 'string', title: 'Имя' } },
    },
    reason: {
      type: 'string',
      title: 'Причина',
      'x-section': 'who',
      'x-visible-when': { required: ['parent'] },
    },
  },
};

it('keeps the order of sections and fields and numbers the rows', () => {
  const sections = describeForm(
    family,
    {
      parent: { name: 'Пётр' },
      reason: 'переезд',
      city: 'Приреченск',
      children: [{ birth_date: '2015-01-01', last_name: 'Иванова' }, { last_name: 'Иванов' }],
    },
    russian,
  );
  expect(sections.map(({ title, values }) => [title, labels(values)])).toEqual([
    ['Адрес', ['Город']],
    [
      'Семья',
      [
        [
          'Дети',
          [
            ['Ребёнок 1', ['Фамилия', 'Дата рождения']],
            ['Ребёнок 2', ['Фамилия']],
          ],
        ],
        ['Второй родитель', ['Имя']],
        'Причина',
      ],
    ],
  ]);
});

it('leaves out what is empty or hidden, and sections without answers', () => {
  const data = { city: '  ', parent: { name: '' }, reason: 'осталось от прежнего ответа' };
  expect(describeForm(family, data, russian)).toEqual([]);
});

it('puts fields without a section first', () => {
  const schema: FormSchema = {
    ...family,
    'x-order': ['note', 'city'],
    properties: { ...family.properties, note: { type: 'string', title: 'Прошу' } },
  };
  const sections = describeForm(schema, { city: 'Приреченск', note: 'выдать' }, russian);
  expect(sections.map(({ title }) => title)).toEqual(['', 'Адрес']);
});

it('speaks English where the form does', () => {
  const [address] = describeForm(family, { city: 'Приреченск' }, english);
  expect(address).toMatchObject({ title: 'Address', values: [{ label: 'City' }] });
});

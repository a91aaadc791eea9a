// SPDX-License-Identifier: Apache-2.0
import type { Field, FormSchema } from '@okno/forms-core/schema';
import { expect, it } from 'vitest';
import { filledWith, peopleOf } from './people-of-case.ts';

const text = (title: string, more: Partial<Field> = {}): Field => ({
  type: 'string',
  title,
  ...more,
});
const names = { last_name: text('Фамилия'), first_name: text('Имя'), birth_date: text('Дата') };
const service: FormSchema = {
  type: 'object',
  title: '',
  properties: {
    phone: text('Телефон'),
    spouse: { type: 'object', title: 'Супруг (супруга)', properties: names },
    children: {
      type: 'array',
      title: 'Дети',
      'x-item-title': 'Ребёнок',
      items: { type: 'object', title: '', properties: names },
    },
  },
};
const child = { last_name: 'Щукина', first_name: 'Анна', birth_date: '2020-03-01' };

it('finds who is named in an application, with what they are in it', () => {
  const form = {
    phone: '+79000000000',
    spouse: { last_name: 'Щукина', first_name: 'Елена', middle_name: 'Ильинична' },
    children: [child, {}],
  };
  expect(peopleOf(service, form, 'ru').map(({ role, name }) => [role, name])).toEqual([
    ['Супруг (супруга)', 'Щукина Елена Ильинична'],
    ['Ребёнок 1', 'Щукина Анна'],
  ]);
});

it('fills a request with another person and leaves nothing of the applicant in it', () => {
  const request: Field = {
    type: 'object',
    title: '',
    properties: {
      Kind: text('Вид'),
      Person: {
        type: 'object',
        title: '',
        properties: {
          FamilyName: text('Фамилия', { 'x-prefill': 'applicant.last_name' }),
          Patronymic: text('Отчество', { 'x-prefill': 'applicant.middle_name' }),
          Snils: text('СНИЛС', { 'x-prefill': ['application.form.snils', 'applicant.snils'] }),
          BirthDate: text('Дата', { 'x-prefill': 'applicant.birth_date' }),
        },
      },
      Document: {
        type: 'object',
        title: '',
        properties: {
          Number: text('Номер', { 'x-prefill': 'applicant.identity_document.number' }),
        },
      },
      Center: text('МФЦ', { 'x-prefill': 'center.name' }),
    },
  };
  const form = {
    Kind: 'birth',
    Person: { FamilyName: 'Щукин', Patronymic: 'Ильич', Snils: '1', BirthDate: '1985-02-12' },
    Document: { Number: '123456' },
    Center: 'МФЦ',
  };
  expect(filledWith(request, form, child)).toEqual({
    Kind: 'birth',
    Person: { FamilyName: 'Щукина', BirthDate: '2020-03-01' },
    Center: 'МФЦ',
  });
});

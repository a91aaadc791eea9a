// SPDX-License-Identifier: Apache-2.0
import type { FormSchema } from '@okno/forms-core/schema';
import { describe, expect, it } from 'vitest';
import { changeOf, draftOf } from './editor.ts';
import { fieldAt } from './field-at.ts';
import { outlineOf } from './outline.ts';
import { versionSample } from './sample.ts';
import { shownForm } from './shown-form.ts';
import { inOrder, moved, pairsIn, pairsText, type Words, withWord } from './words.ts';

const nothing: Words = { fields: {}, order: {} };

const form: FormSchema = {
  type: 'object',
  title: 'Запрос',
  required: ['Name'],
  'x-order': ['Id', 'Name', 'Child'],
  properties: {
    Id: { type: 'string', title: 'Id' },
    Name: { type: 'string', title: 'Имя' },
    Child: {
      type: 'array',
      title: 'Ребёнок',
      items: {
        type: 'object',
        title: 'Ребёнок',
        'x-order': ['Age', 'Sex'],
        properties: {
          Age: { type: 'string', title: 'Возраст' },
          Sex: { type: 'string', title: 'Пол', enum: ['M'], 'x-enum-titles': { M: 'M' } },
        },
      },
    },
  },
};

describe('words', () => {
  it('forget what is emptied, and the field when nothing is said about it', () => {
    const titled = withWord(nothing, 'Name', { title: 'Фамилия', required: true });
    expect(titled.fields).toEqual({ Name: { title: 'Фамилия', required: true } });
    expect(withWord(titled, 'Name', { required: false }).fields).toEqual({
      Name: { title: 'Фамилия' },
    });
    expect(withWord(titled, 'Name', { title: '', required: false }).fields).toEqual({});
  });

  it('keep what this page does not show', () => {
    const said: Words = { fields: { Name: { written_as: '###', default: false } }, order: {} };
    expect(withWord(said, 'Name', { title: 'Имя' }).fields.Name).toEqual({
      written_as: '###',
      default: false,
      title: 'Имя',
    });
  });

  it('move a field among its neighbours and stop at the ends', () => {
    const names = ['Id', 'Name', 'Child'];
    expect(moved(nothing, '', names, { name: 'Name', step: -1 }).order).toEqual({
      '': ['Name', 'Id', 'Child'],
    });
    expect(moved(nothing, '', names, { name: 'Id', step: -1 })).toBe(nothing);
    expect(moved(nothing, '', names, { name: 'Child', step: 1 })).toBe(nothing);
    expect(inOrder(names, ['Child', 'gone'])).toEqual(['Child', 'Id', 'Name']);
  });

  it('read pairs as lines, unfinished ones not yet', () => {
    expect(pairsIn('male = М\nfemale=Ж\nnothing\n = x\na =')).toEqual({ male: 'М', female: 'Ж' });
    expect(pairsText({ male: 'М' })).toBe('male = М');
  });
});

describe('the outline', () => {
  it('has groups before their parts, in the order of the words, and knows rows', () => {
    const lines = outlineOf(form, { fields: {}, order: { '': ['Child'], Child: ['Sex'] } }, 'ru');
    expect(lines.map(({ path, depth, inRows }) => [path, depth, inRows])).toEqual([
      ['Child', 0, false],
      ['Child/Sex', 1, true],
      ['Child/Age', 1, true],
      ['Id', 0, false],
      ['Name', 0, false],
    ]);
  });

  it('shows what the server has left out of the form, so that it can be brought back', () => {
    const words: Words = {
      fields: { 'Child/Key': { generated: 'uuid' }, Old: { hidden: true, title: 'Старое' } },
      order: {},
    };
    const lines = outlineOf(form, words, 'ru').filter(({ outOfForm }) => outOfForm);
    expect(lines.map(({ path, label, group }) => [path, label, group])).toEqual([
      ['Child/Key', 'Key', 'Child'],
      ['Old', 'Старое', ''],
    ]);
  });
});

it('shows the form as the words not yet kept will make it', () => {
  const words: Words = {
    fields: {
      Id: { constant: '1' },
      Name: { title: 'Фамилия', width: 'half' },
      Child: { required: true },
      'Child/Sex': { titles: { M: 'мужской' } },
    },
    order: { '': ['Child', 'Name'] },
  };
  const shown = shownForm(form, words);
  expect(shown['x-order']).toEqual(['Child', 'Name']);
  expect(shown.required).toEqual(['Child', 'Name']);
  expect(shown.properties?.Name).toMatchObject({ title: 'Фамилия', 'x-width': 'half' });
  expect(shown.properties?.Child?.items?.properties?.Sex?.['x-enum-titles']).toEqual({
    M: 'мужской',
  });
  expect(form.properties?.Name?.title).toBe('Имя');
});

it('sends only what differs', () => {
  const before = draftOf(versionSample());
  expect(changeOf(before, before)).toEqual({});
  const words = withWord(before.request, 'Snils', { title: 'СНИЛС' });
  const settings = { ...before.settings, title: 'Пенсия' };
  expect(changeOf(before, { ...before, settings, request: words })).toEqual({
    title: 'Пенсия',
    request: words,
  });
});

it.each([
  ['/request/fields/Person~1Name/card', { side: 'request', path: 'Person/Name' }],
  ['/response/order/', { side: 'response', path: '' }],
  ['/title', { path: 'title' }],
])('knows the field of %s', (pointer, place) => {
  expect(fieldAt(pointer)).toEqual(place);
});

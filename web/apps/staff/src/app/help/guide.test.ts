// SPDX-License-Identifier: Apache-2.0
import { sections } from 'virtual:guide';
import { expect, it } from 'vitest';
import { readPage } from '../../../../../tools/guide.ts';
import { chapterAround, sectionFor, titlesInUse } from './chapters.ts';
import { find, marked, stemsOf } from './search.ts';

it('has a chapter for every screen and role', () => {
  const titles = sections.map(({ title }) => title);
  expect(titlesInUse.filter((title) => !titles.includes(title))).toEqual([]);
  const at = (path: string, role: string) => sectionFor(sections, path, [role])?.title;
  expect(at('/cases/1', 'processor')).toBe('Обработчик');
  expect(at('/cases', 'operator')).toBe('Оператор');
  expect(at('/courier-runs/7', 'processor')).toBe('Пакеты и курьер');
  expect(at('/nowhere', 'nobody')).toBe('Как работать в «Окне»');
});

it.each([
  ['Пакеты и курьер', ['Обработчик', 'Пакеты и курьер']],
  [
    'Запросы в ведомства',
    [
      'Запросы в ведомства',
      'Как сделать запрос',
      'Подпись должностного лица',
      'Запросы в деле',
      'Ответ — документ дела',
      'Состояния запроса',
    ],
  ],
])('reads a chapter whole, wherever in it one begins: %s', (begun, chapter) => {
  const section = sections.find(({ title }) => title === begun);
  const titles = section && chapterAround(sections, section).map(({ title }) => title);
  expect(titles).toEqual(chapter);
});

it('finds words in another form, by their beginning, all of them in one passage', () => {
  const titles = (query: string) => find(sections, query).map(({ section }) => section.title);
  expect(titles('доверенности')).toContain('Оператор');
  expect(titles('ПАКЕТОВ курьером')[0]).toBe('Пакеты и курьер');
  expect(titles('веренность')).toEqual([]);
  expect(titles('курьер доверенность расписка штраф')).toEqual([]);
  expect(titles(' ')).toEqual([]);
  expect(find(sections, 'отозванных')[0]?.text).toContain('отозванных');
  expect(find(sections, 'пакеты и курьер')[0]?.text).toMatch(/^\S/);
});

it('marks what was found and nothing else', () => {
  expect(marked('Приём и надёжный приемщик', stemsOf('прием'))).toEqual([
    '',
    'Приём',
    ' и надёжный ',
    'приемщик',
    '',
  ]);
  expect(marked('a(b)', stemsOf('(b'))).toEqual(['a(', 'b', ')']);
});

it('makes a tree, and takes nothing it can not show', () => {
  const [section] = readPage('README', '# А\n\n1. **Б.** `<c>` & [д](neighbours.md)\n');
  expect(section?.blocks).toEqual([
    {
      kind: 'list',
      ordered: true,
      items: [
        [
          { kind: 'strong', text: ['Б.'] },
          ' ',
          { kind: 'code', text: '<c>' },
          ' & ',
          { kind: 'link', to: 'neighbours', text: ['д'] },
        ],
      ],
    },
  ]);
  for (const text of [
    '# А\n\n<b>x</b>',
    '# А\n\n![p](p.png)',
    '# А\n\n[x](http://x)',
    'без заголовка',
  ])
    expect(() => readPage('README', text)).toThrow(/does not show/);
});

// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { groupAnswers } from './answer-groups.ts';

const member = (index: number, code: string, label: string, value: string) => ({
  code: `/members/${index}/${code}`,
  label: `Зарегистрированные совместно — Член семьи ${index + 1} — ${label}`,
  value,
});

it('makes a table of the rows of one group, among the other answers', () => {
  const groups = groupAnswers([
    { code: '/area', label: 'Площадь', value: '54,5' },
    member(0, 'name', 'Имя', 'Анна'),
    member(1, 'name', 'Имя', 'Пётр'),
    member(1, 'snils', 'СНИЛС', '112-233-445 95'),
    { code: '/bank', label: 'Банк', value: 'Приречьебанк' },
  ]);
  expect(groups.map(({ kind }) => kind)).toEqual(['answers', 'rows', 'answers']);
  expect(groups[1]).toMatchObject({
    title: 'Зарегистрированные совместно',
    columns: ['Имя', 'СНИЛС'],
    rows: [['Анна'], ['Пётр', '112-233-445 95']],
  });
});

it('leaves answers of a center that tells no places as they are', () => {
  const answers = [
    { label: 'Площадь', value: '54,5' },
    { label: 'Банк', value: 'Приречьебанк' },
  ];
  expect(groupAnswers(answers)).toEqual([{ kind: 'answers', answers }]);
});

// SPDX-License-Identifier: Apache-2.0
import { makeTranslate } from '@okno/i18n/catalog';
import { type Russian, ru } from '@okno/i18n/ru';
import { expect, it } from 'vitest';
import type { AuditEntry } from './audit-entries.ts';
import { objectName, onlyName, reasonName, userName } from './words.ts';

const t = makeTranslate<Russian>(ru, 'ru');

it.each([
  ['case', 'дело'],
  ['search', 'поиск'],
  ['search:name,number', 'поиск: по имени, по номеру'],
  ['search:colour', 'поиск: colour'],
  ['case:0101-26-000034', 'дело: 0101-26-000034'],
  ['to:representative', 'выдано: представителю'],
  ['repeat', 'повтор'],
  ['application.viewed', 'application.viewed'],
])('names the reason %s', (reason, name) => {
  expect(reasonName(reason, t)).toBe(name);
});

const entry: AuditEntry = {
  id: '1',
  serial: 1,
  at: '2026-11-26T00:00:00Z',
  event: 'application.viewed',
  user_name: 'Иванова А. П.',
  object_kind: 'application',
  object_kind_title: 'Дело',
  object_id: 'a1',
};

it.each([
  [
    { object_number: '0101-26-000034', object_person: 'Журавлёва К. И.' },
    'Дело 0101-26-000034 · Журавлёва К. И.',
  ],
  [{ object_number: '0101-26-000034' }, 'Дело 0101-26-000034'],
  [{ object_person: 'Журавлёва К. И.' }, 'Дело (черновик) · Журавлёва К. И.'],
  [
    { object_number: '0101-26-000056', object_person: 'Администрация города Приреченска' },
    'Дело 0101-26-000056 · Администрация города Приреченска',
  ],
  [{}, 'Дело'],
])('names the object by what the reader may know: %j', (known, name) => {
  expect(objectName({ ...entry, ...known }, t).replaceAll(' ', ' ')).toBe(
    name.replaceAll(' ', ' '),
  );
});

it('names nobody when the login was nobody’s', () => {
  expect(userName({ user_name: '' }, t)).toBe('неизвестное имя');
});

it('leaves the command line its words', () => {
  expect(userName({ user_name: 'командная строка: root' }, t)).toBe('командная строка: root');
  const employee = { user_name: 'Орлов Пётр Ильич', user_id: 'u1' };
  expect(userName(employee, t).replaceAll('\u00a0', ' ')).toBe('Орлов П. И.');
});

it('names what the address narrows to by what the rows know of it', () => {
  const rows = [{ ...entry, object_number: '0101-26-000034', object_person: 'ИП Громов О. Г.' }];
  const only = (kind: string, id: string) =>
    onlyName(rows, { object_kind: kind, object_id: id }, t)?.replaceAll('\u00a0', ' ');
  expect(only('application', 'a1')).toBe('Дело 0101-26-000034 · ИП Громов О. Г.');
  expect(only('applicant', 'p1')).toBe('ИП Громов О. Г.');
  expect(onlyName([], { object_kind: 'applicant', object_id: 'p1' }, t)).toBe('p1');
});

// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { beginAtTop } from './begin-at-top.ts';

function step() {
  const work = document.createElement('div');
  work.tabIndex = -1;
  const filled = Object.assign(document.createElement('input'), { value: 'Иванова' });
  const empty = document.createElement('input');
  work.append('Что исправить: дата договора', filled, empty);
  document.body.append(work);
  return { work, filled, empty };
}

it('begins at the first empty field', () => {
  const { work, empty } = step();
  beginAtTop(work, 'draft');
  expect(document.activeElement).toBe(empty);
});

it('begins at the remark of what came back for rework, not at a field that may stay empty', () => {
  const { work } = step();
  beginAtTop(work, 'rework');
  expect(document.activeElement).toBe(work);
});

it('leaves the focus where the person has it', () => {
  const { work, filled } = step();
  filled.focus();
  beginAtTop(work, 'draft');
  expect(document.activeElement).toBe(filled);
});

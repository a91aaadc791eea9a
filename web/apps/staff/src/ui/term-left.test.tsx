// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { TermLeft, type Urgency } from './term-left.tsx';

describe('TermLeft', () => {
  it.each<[number | undefined, Urgency, string]>([
    [3, 'soon', 'осталось 3 рабочих дня'],
    [1, 'soon', 'остался 1 рабочий день'],
    [21, 'normal', 'остался 21 рабочий день'],
    [0, 'soon', 'последний день'],
    [-2, 'overdue', 'просрочено на 2 раб. дня'],
    [-5, 'overdue', 'просрочено на 5 раб. дней'],
    [undefined, 'none', '—'],
    [4, 'none', '—'],
  ])('%s days, %s: %s', (days, urgency, words) => {
    const { container } = renderUi(<TermLeft days={days} urgency={urgency} />);
    expect(container.textContent).toContain(words);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import type { Registration } from './registration.ts';

const registration: Registration = {
  id: 'r1',
  number: 'МСЗ-26-00001',
  center_number: '0101-26-000123',
  center_name: 'МФЦ области',
  status: 'in_work',
  version: 3,
  applicant: [],
  service_name: 'ЕДВ ветерану труда',
  unit: { id: 'u1', name: 'Отдел выплат' },
  form: [],
  documents: [],
  files: [],
  history: [],
  actions: [{ action: 'decide', allowed: true }],
  received_at: '2026-03-12T08:05:00Z',
  signature: 'Подпись верна',
};

function open() {
  return renderUi(<DecisionDialog registration={registration} onClose={() => undefined} />);
}

function decideButton() {
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Принять решение' });
}

describe('DecisionDialog', () => {
  it('wants both an outcome and a text before the decision can be made', async () => {
    open();
    expect(decideButton().disabled).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Отказать' }));
    expect(decideButton().disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: /Текст решения/ }), '  ');
    expect(decideButton().disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: /Текст решения/ }), 'Нет стажа');
    expect(decideButton().disabled).toBe(false);
  });

  it('keeps the text when it is closed and opened again', async () => {
    const { unmount } = open();
    await userEvent.type(screen.getByRole('textbox', { name: /Текст решения/ }), 'Назначить');
    unmount();
    open();
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Текст решения/ });
    expect(text.value).toBe('Назначить');
  });

  it('takes no more files than go with one answer', async () => {
    open();
    const files = Array.from({ length: 7 }, (_, index) => new File(['x'], `${index}.pdf`));
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    await userEvent.upload(input, files);
    expect(screen.getAllByRole('button', { name: /Убрать файл/ })).toHaveLength(5);
    expect(screen.queryByRole('button', { name: 'Приложить файл' })).toBeNull();
  });
});

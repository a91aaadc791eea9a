// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { stubUploads } from '@/test/server.ts';
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

function open(card = registration) {
  return renderUi(<DecisionDialog registration={card} onClose={() => undefined} />);
}

afterEach(() => vi.unstubAllGlobals());

async function choose(...names: string[]) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  await userEvent.upload(
    input,
    names.map((name) => new File(['x'], name)),
  );
}

function decideButton() {
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Принять решение' });
}

describe('DecisionDialog', () => {
  it('wants both an outcome and a text before the decision can be made', async () => {
    open();
    expect(decideButton().disabled).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Предоставить услугу' }));
    expect(decideButton().disabled).toBe(true);
    expect(screen.getByText(/выдадут только расписку/)).toBeTruthy();
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

  it('does not sign on Enter in a name, and has the outcome and the files when it is opened again', async () => {
    stubUploads(() => ({ body: {} }));
    const { unmount } = open();
    await userEvent.click(screen.getByRole('radio', { name: 'Предоставить услугу' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Текст решения/ }), 'Назначить');
    await choose('решение.pdf');
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /решение.pdf/ });
    await userEvent.click(title);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(decideButton().disabled).toBe(false);
    unmount();
    open();
    expect(
      screen.getByRole<HTMLInputElement>('radio', { name: 'Предоставить услугу' }).checked,
    ).toBe(true);
    expect(screen.getByRole('textbox', { name: /решение.pdf/ })).toBeTruthy();
  });

  it('wants a ground and the document of a refusal', async () => {
    stubUploads(() => ({ status: 204 }));
    open({ ...registration, refusal_grounds: ['Нет права на меру поддержки'] });
    expect(screen.queryByRole('checkbox')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /^Отказать/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /Текст решения/ }), 'Нет');
    expect(screen.getByText('Отметьте основание отказа.')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Нет права на меру поддержки' }));
    expect(screen.getByText(/Приложите решение об отказе/)).toBeTruthy();
    expect(decideButton().disabled).toBe(true);
    await choose('отказ.pdf');
    await waitFor(() => expect(decideButton().disabled).toBe(false));
  });

  it('lets a ground of the rules do without a text, one of the own words not', async () => {
    stubUploads(() => ({ status: 204 }));
    open({ ...registration, refusal_grounds: ['Нет права на меру поддержки'] });
    await userEvent.click(screen.getByRole('radio', { name: /^Отказать/ }));
    await choose('отказ.pdf');
    const rule = screen.getByRole('checkbox', { name: 'Нет права на меру поддержки' });
    await userEvent.click(rule);
    await waitFor(() => expect(decideButton().disabled).toBe(false));
    await userEvent.click(rule);
    await userEvent.click(screen.getByRole('checkbox', { name: /Другое основание/ }));
    expect(screen.getByText('Напишите текст решения.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /Текст решения/ }), 'Нет стажа');
    expect(decideButton().disabled).toBe(false);
  });

  it('checks each file as it is chosen and says which is refused', async () => {
    stubUploads(({ name }) =>
      name === 'bad.pdf'
        ? { status: 415, body: { code: 'file.content_mismatch', title: 'Не то содержимое' } }
        : { status: 204 },
    );
    open();
    await userEvent.click(screen.getByRole('radio', { name: 'Предоставить услугу' }));
    await choose('good.pdf', 'bad.pdf');
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /good\.pdf/ });
    expect(title.value).toMatch(/^Решение о предоставлении услуги № МСЗ-26-00001 от \d/);
    expect(await screen.findByText('Не то содержимое')).toBeTruthy();
    expect(screen.getByText('bad.pdf')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /^Отказать/ }));
    expect(title.value).toMatch(/^Решение об отказе/);
  });

  it('takes no more files than go with one answer', async () => {
    stubUploads(() => ({ status: 204 }));
    open();
    await choose(...Array.from({ length: 7 }, (_, index) => `${index}.pdf`));
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /Убрать файл/ })).toHaveLength(5),
    );
    await waitFor(() => expect(document.querySelector('input[type="file"]')).toBeNull());
  });
});

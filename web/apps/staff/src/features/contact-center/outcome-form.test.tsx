// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { sampleCall } from './call-sample.ts';
import type { Call } from './calls.ts';
import { OutcomeForm } from './outcome-form.tsx';

const call: Call = {
  ...sampleCall,
  phone: '+79123456789',
};
const path = 'POST /api/v1/calls/c1/attempts';

describe('OutcomeForm', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('records the outcome with its key and the note', async () => {
    const onRecorded = vi.fn();
    const asked = stubServer({ [path]: () => ({ status: 201, body: call }) });
    renderUi(<OutcomeForm call={call} onRecorded={onRecorded} />);
    await userEvent.type(screen.getByLabelText('Заметка'), 'придёт дочь');
    await userEvent.click(document.body);
    await userEvent.keyboard('1');
    screen.getByRole('group', { name: 'Записать итог «Дозвонились»?' });
    expect(asked).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(onRecorded).toHaveBeenCalledTimes(1));
    expect(asked[0]?.body).toEqual({
      outcome: 'reached',
      note: 'придёт дочь',
      phone: '+79123456789',
    });
  });

  it('records nothing that nobody takes back without a yes', async () => {
    const asked = stubServer({ [path]: () => ({ status: 201, body: call }) });
    renderUi(<OutcomeForm call={call} onRecorded={() => undefined} />);
    await userEvent.keyboard('1{Escape}');
    expect(screen.queryByRole('group', { name: /Записать итог/ })).toBeNull();
    await userEvent.keyboard('4');
    screen.getByText(/Филиал увидит в деле, что по номеру \+7 912 345-67-89 отвечает не заявитель/);
    await userEvent.click(screen.getByRole('button', { name: 'Отмена' }));
    expect(asked).toHaveLength(0);
    await userEvent.keyboard('4');
    await userEvent.type(screen.getByLabelText('Заметка'), 'чужая квартира{Enter}');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toMatchObject({ outcome: 'wrong_number', note: 'чужая квартира' });
  });

  it('knows no wrong number where there is none', () => {
    renderUi(<OutcomeForm call={{ ...call, phone: undefined }} onRecorded={() => undefined} />);
    expect(screen.getByRole('button', { name: /Не тот номер/ })).toHaveProperty('disabled', true);
  });

  it('repeats a refused act with the same idempotency key, the next act has another', async () => {
    let attempts = 0;
    const asked = stubServer({
      [path]: () => {
        attempts += 1;
        return attempts === 1
          ? refusal(503, 'http.unavailable', 'Сервер перезапускается')
          : { status: 201, body: call };
      },
    });
    const onRecorded = vi.fn();
    renderUi(<OutcomeForm call={call} onRecorded={onRecorded} />);
    await userEvent.keyboard('2');
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: /Не ответили/ }));
    await vi.waitFor(() => expect(onRecorded).toHaveBeenCalledTimes(1));
    await userEvent.click(screen.getByRole('button', { name: /Занято/ }));
    await vi.waitFor(() => expect(onRecorded).toHaveBeenCalledTimes(2));
    const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('keeps the note when calling back is thought better of, in browsers whose scroll is a promise', async () => {
    const scroll = vi
      .spyOn(Element.prototype, 'scrollIntoView')
      .mockImplementation((() => Promise.resolve()) as never);
    renderUi(<OutcomeForm call={call} onRecorded={vi.fn()} />);
    await userEvent.type(screen.getByLabelText('Заметка'), 'просил вечером');
    await userEvent.click(screen.getByRole('button', { name: /Перезвонить/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Отмена' }));
    expect(screen.queryByRole('group', { name: 'Когда перезвонить' })).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Заметка').value).toBe('просил вечером');
    scroll.mockRestore();
  });

  it('says what is wrong with a time that is none', async () => {
    renderUi(<OutcomeForm call={call} onRecorded={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: /Перезвонить/ }));
    await userEvent.type(screen.getByLabelText('Перезвонить: время'), '25:99');
    expect(await screen.findByText('Такого времени нет')).toBeTruthy();
  });

  it('takes an exact day and time as they are written here, none that is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T09:00:00Z') });
    const asked = stubServer({ [path]: () => ({ status: 201, body: call }) });
    renderUi(<OutcomeForm call={call} onRecorded={() => undefined} />);
    await userEvent.keyboard('5');
    const set = screen.getByRole('button', { name: 'Назначить' });
    await userEvent.type(screen.getByLabelText('Перезвонить: день'), '27112026');
    await userEvent.type(screen.getByLabelText('Перезвонить: время'), '2575');
    expect(set).toHaveProperty('disabled', true);
    await userEvent.clear(screen.getByLabelText('Перезвонить: день'));
    await userEvent.type(screen.getByLabelText('Перезвонить: день'), '25112026');
    await userEvent.clear(screen.getByLabelText('Перезвонить: время'));
    await userEvent.type(screen.getByLabelText('Перезвонить: время'), '1015');
    expect(await screen.findByText('Этот момент уже прошёл')).toBeTruthy();
    expect(set).toHaveProperty('disabled', true);
    await userEvent.clear(screen.getByLabelText('Перезвонить: день'));
    await userEvent.type(screen.getByLabelText('Перезвонить: день'), '27112026');
    await userEvent.click(set);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toMatchObject({ call_back_at: '2026-11-27T07:15:00.000Z' });
  });

  it('does not take a key that is held down for the next call', async () => {
    const asked = stubServer({ [path]: () => ({ status: 201, body: call }) });
    renderUi(<OutcomeForm call={call} onRecorded={() => undefined} />);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '1', code: 'Digit1', repeat: true }));
    await Promise.resolve();
    expect(asked).toHaveLength(0);
  });

  it('asks when to call back before it records that', async () => {
    const asked = stubServer({ [path]: () => ({ status: 201, body: call }) });
    renderUi(<OutcomeForm call={call} onRecorded={() => undefined} />);
    await userEvent.keyboard('5');
    expect(asked).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: /Завтра в/ }));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toMatchObject({
      outcome: 'call_back',
      call_back_at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00\.000Z$/),
    });
  });
});

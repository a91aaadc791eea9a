// SPDX-License-Identifier: Apache-2.0
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { renderUi } from '@/test/render.tsx';
import { SchemaForm } from './schema-form.tsx';
import { stopHere } from './walk.ts';
import { WalkArea } from './walk-area.tsx';

const schema: FormSchema = {
  type: 'object',
  title: '',
  required: ['form', 'address'],
  properties: {
    kind: {
      type: 'string',
      title: 'Вид объекта',
      enum: ['house', 'flat', 'plot', 'garage'],
      'x-enum-titles': { house: 'дом', flat: 'квартира', plot: 'участок', garage: 'гараж' },
    },
    form: {
      type: 'string',
      title: 'Форма',
      enum: ['paper', 'electronic'],
      'x-enum-titles': { paper: 'на бумаге', electronic: 'электронная' },
    },
    inn: { type: 'string', title: 'ИНН' },
    address: { type: 'string', title: 'Адрес', 'x-widget': 'address' },
    note: { type: 'string', title: 'Примечание' },
  },
};

function Form({ first, onNext }: { first: Data; onNext: () => void }) {
  const [data, setData] = useState(first);
  useHotkeys('Приём', [{ keys: 'mod+Enter', title: 'Дальше', run: onNext }]);
  return (
    <>
      <SchemaForm schema={schema} data={data} onChange={setData} />
      <output>{JSON.stringify(data)}</output>
    </>
  );
}

function open(first: Data, onNext = vi.fn()) {
  renderUi(<Form first={first} onNext={onNext} />);
  return { onNext, user: userEvent.setup() };
}

const focused = () => document.activeElement;
const data = () => JSON.parse(screen.getByRole('status').textContent ?? '');

it('goes by Enter through lists, switches and addresses, past what is filled in', async () => {
  const { user } = open({ kind: 'house', inn: '7707083893' });
  await user.click(screen.getByLabelText('Примечание'));
  await user.keyboard('{Enter}');
  expect(focused()).toBe(screen.getByLabelText('на бумаге'));
  await user.keyboard(' {Enter}');
  expect(focused()).toBe(screen.getByLabelText(/^Адрес/));
  await user.keyboard('ул. Мира, 5{Enter}');
  expect(focused()).toBe(screen.getByLabelText('Примечание'));
  await user.keyboard('нет{Enter}');
  expect(focused()).toBe(screen.getByLabelText('Примечание'));
  expect(data()).toEqual({
    kind: 'house',
    form: 'paper',
    inn: '7707083893',
    address: 'ул. Мира, 5',
    note: 'нет',
  });
});

it('goes on from a chosen list by Enter, and by Ctrl+Enter leaves it alone', async () => {
  const { onNext, user } = open({ kind: 'house' });
  const list = screen.getByRole('combobox', { name: 'Вид объекта' });
  await user.click(list);
  await user.keyboard('{Escape}');
  await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
  expect(onNext).toHaveBeenCalledTimes(2);
  expect(list.getAttribute('aria-expanded')).toBe('false');
  expect(data()).toEqual({ kind: 'house' });
  await user.keyboard('{Enter}');
  expect(focused()).toBe(screen.getByLabelText('на бумаге'));
});

it('shows at once what is wrong in a form that is opened again', async () => {
  open({ inn: 'x'.repeat(1200) });
  await screen.findByText(/Слишком длинно/);
});

const family: FormSchema = {
  type: 'object',
  title: '',
  required: ['children', 'account', 'sure'],
  properties: {
    email: { type: 'string', title: 'Почта' },
    children: {
      type: 'array',
      title: 'Дети',
      'x-item-title': 'Ребёнок',
      items: {
        type: 'object',
        title: '',
        required: ['name', 'citizenship'],
        properties: {
          name: { type: 'string', title: 'Фамилия' },
          citizenship: { type: 'string', title: 'Гражданство', default: 'RUS' },
        },
      },
    },
    account: { type: 'string', title: 'Счёт' },
    sure: { type: 'boolean', const: true, title: 'Сведения достоверны' },
  },
};

function Family({ first }: { first: number }) {
  const [attempt, setAttempt] = useState(first);
  const [data, setData] = useState<Data>({});
  const [consent, setConsent] = useState(false);
  return (
    <WalkArea>
      <SchemaForm schema={family} data={data} showAll={attempt} onChange={setData} />
      <input
        type="checkbox"
        aria-label="Согласие"
        checked={consent}
        {...(consent ? {} : stopHere)}
        onChange={() => setConsent(true)}
      />
      <button type="button" data-walk-on onClick={() => setAttempt(attempt + 1)}>
        Дальше
      </button>
    </WalkArea>
  );
}

it('finds by Enter required rows and marks, goes back for what is required only, and ends at the button', async () => {
  renderUi(<Family first={0} />);
  const user = userEvent.setup();
  await user.click(screen.getByLabelText('Почта'));
  await user.keyboard('{Enter}');
  expect(focused()).toBe(screen.getByRole('button', { name: /^Добавить/ }));
  await user.click(screen.getByLabelText(/^Счёт/));
  await user.keyboard('1{Enter}');
  expect(focused()).toBe(screen.getByLabelText(/^Сведения достоверны/));
  await user.keyboard(' {Enter}');
  expect(focused()).toBe(screen.getByLabelText('Согласие'));
  await user.keyboard(' {Enter}');
  expect(focused()).toBe(screen.getByRole('button', { name: /^Добавить/ }));
  await user.keyboard('{Enter}');
  expect(focused()).toBe(screen.getByLabelText(/^Фамилия/));
  await user.keyboard('Щукин{Enter}');
  expect(focused()).toBe(screen.getByRole('button', { name: 'Дальше' }));
});

it('shows nothing of a row just added as wrong until the next attempt, and begins it as the form says', async () => {
  renderUi(<Family first={1} />);
  const user = userEvent.setup();
  screen.getByText('Добавьте хотя бы одну запись');
  await user.click(screen.getByRole('button', { name: /^Добавить/ }));
  expect(focused()).toBe(screen.getByLabelText(/^Фамилия/));
  expect(screen.getByLabelText<HTMLInputElement>(/^Гражданство/).value).toBe('RUS');
  expect(screen.getAllByText('Заполните это поле')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Дальше' }));
  expect(screen.getAllByText('Заполните это поле')).toHaveLength(2);
});

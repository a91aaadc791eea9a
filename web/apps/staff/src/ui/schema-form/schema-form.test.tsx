// SPDX-License-Identifier: Apache-2.0
import type { Field, FormSchema } from '@okno/forms-core/schema';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { SchemaForm } from './schema-form.tsx';

const place: Field = {
  type: 'object',
  title: '',
  properties: { name: { type: 'string', title: 'Название' } },
};
const schema: FormSchema = {
  type: 'object',
  title: '',
  required: ['where'],
  properties: {
    where: { type: 'array', title: 'Где', items: place },
    else: { type: 'array', title: 'Где ещё', items: place },
    number: { type: 'string', title: 'Кадастровый номер', 'x-placeholder': '54:35:101530:25' },
  },
};

it('marks a group that has to be there as it marks a field', () => {
  renderUi(<SchemaForm schema={schema} data={{}} onChange={() => undefined} />);
  screen.getByRole('group', { name: 'Где (обязательно)' });
  screen.getByRole('group', { name: 'Где ещё' });
});

it('shows an example as an example, not as an answer', () => {
  renderUi(<SchemaForm schema={schema} data={{}} onChange={() => undefined} />);
  const number = screen.getByLabelText<HTMLInputElement>('Кадастровый номер');
  expect(number.placeholder).toBe('например, 54:35:101530:25');
});

it('takes by Enter what the typed letters have found, and nothing when none were typed', async () => {
  const names = ['наниматель', 'собственник', 'член семьи', 'арендатор'];
  const ground: FormSchema = {
    type: 'object',
    title: '',
    properties: {
      ground: { type: 'string', title: 'Основание', enum: names },
    },
  };
  const onChange = vi.fn();
  renderUi(<SchemaForm schema={ground} data={{}} onChange={onChange} />);
  const field = screen.getByLabelText('Основание', { selector: 'input' });
  await userEvent.click(field);
  await userEvent.keyboard('{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.type(field, 'собств{Enter}');
  expect(onChange).toHaveBeenLastCalledWith({ ground: 'собственник' });
});

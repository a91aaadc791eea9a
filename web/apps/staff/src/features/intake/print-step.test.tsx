// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { PrintStep } from './print-step.tsx';
import type { Application } from './queries.ts';

afterEach(() => vi.unstubAllGlobals());

const application = {
  id: 'a1',
  version: 3,
  status: 'draft',
  consent: true,
  representative: { last_name: 'Орлов' },
  form: {},
  form_errors: [{ pointer: '/area', code: 'field.maximum', detail: '1000000', title: 'Много' }],
  other_errors: [
    { pointer: '/representative/authority', code: 'field.required', title: 'Заполните' },
  ],
  documents: [],
  checklist: [
    { code: 'passport', title: 'Паспорт', need: 'required', missing: true, documents: [] },
    { code: 'photo', title: 'Фотография', need: 'required', given: true, documents: [] },
  ],
  applicant: { id: 'p1', phone: '+79131234567' },
  service: {
    electronic: true,
    form: {
      type: 'object',
      title: '',
      properties: {
        phone: { type: 'string', title: 'Телефон', 'x-prefill': 'applicant.phone' },
        area: { type: 'number', title: 'Площадь', 'x-suffix': 'м²' },
      },
    },
  },
} as unknown as Application;

it('names what is missing with a way to each, and F9 goes there instead of nowhere', async () => {
  const asked = stubServer({});
  const onField = vi.fn();
  const draft = { state: { kind: 'saved' }, flush: async () => true, version: () => 3 } as never;
  await renderAtPage(
    <PrintStep application={application} draft={draft} onGo={() => undefined} onField={onField} />,
  );
  const user = userEvent.setup();
  await user.keyboard('{F9}');
  const gaps = document.activeElement as HTMLElement;
  expect(gaps.textContent).toContain('Осталось исправить 3 места');
  expect(gaps.textContent?.replace(/\s/g, ' ')).toContain('не больше 1 000 000 м²');
  within(gaps).getByText('Не отмечены документы');
  await user.click(within(gaps).getByRole('button', { name: 'Представитель — Полномочия' }));
  expect(onField).toHaveBeenCalledWith('/@representative/authority');
  screen.getByText('У 1 отмеченного документа нет скана');
  expect(asked).toEqual([]);
});

it.each([
  ['+7 913 000-00-00', 1],
  ['+7 913 123-45-67', 0],
  ['', 0],
])(
  'tells of a telephone typed otherwise than on the card, which is the one called: «%s»',
  async (phone, told) => {
    stubServer({});
    const onGo = vi.fn();
    const draft = { state: { kind: 'saved' } } as never;
    const typed = { ...application, form: { phone } } as Application;
    await renderAtPage(
      <PrintStep application={typed} draft={draft} onGo={onGo} onField={() => undefined} />,
    );
    expect(screen.queryAllByText('Телефон в заявлении и в карточке разные')).toHaveLength(told);
    if (told === 0) return;
    screen.getByText(/В заявлении .*000.00.00, в карточке .*123.45.67/);
    await userEvent.click(screen.getByRole('button', { name: 'Исправить карточку' }));
    expect(onGo).toHaveBeenCalledWith('applicant');
  },
);

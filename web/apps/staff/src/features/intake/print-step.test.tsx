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
  checklist: [
    { code: 'passport', title: 'Паспорт', need: 'required', missing: true, documents: [] },
    { code: 'photo', title: 'Фотография', need: 'required', given: true, documents: [] },
  ],
  service: {
    electronic: true,
    form: {
      type: 'object',
      title: '',
      properties: { area: { type: 'number', title: 'Площадь', 'x-suffix': 'м²' } },
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

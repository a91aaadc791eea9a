// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { FormStep } from './form-step.tsx';
import type { Application } from './queries.ts';

const subject = {
  applicant: { kind: 'person' },
  service: {
    short_name: 'Субсидия',
    form: {
      type: 'object',
      title: '',
      'x-order': ['area', 'okved', 'spouse'],
      required: ['area', 'okved'],
      properties: {
        area: { type: 'string', title: 'Площадь' },
        okved: {
          type: 'string',
          title: 'Код ОКВЭД',
          pattern: '^\\d{2}\\.\\d{2}$',
          'x-placeholder': '62.01',
        },
        spouse: {
          type: 'object',
          title: 'Супруг',
          required: ['last_name'],
          properties: {
            last_name: { type: 'string', title: 'Фамилия' },
            job: { type: 'string', title: 'Работа' },
          },
        },
      },
    },
  },
  form: { okved: '6201' },
  actions: [{ action: 'edit', allowed: true }],
  other_errors: [],
  form_errors: [],
} as unknown as Application;

function open(onNext = vi.fn(), application: Application = subject) {
  const change = vi.fn();
  const draft = { initial: {}, change } as never;
  const { unmount } = renderUi(
    <FormStep application={application} draft={draft} current onNext={onNext} />,
  );
  return { onNext, change, unmount, user: userEvent.setup() };
}

it('stays at the first wrong field and lists the others with examples; goes on all the same when told to', async () => {
  const { onNext, user } = open();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onNext).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByLabelText(/Площадь/));
  const summary = screen.getByRole('alert');
  for (const title of ['Площадь', 'Код ОКВЭД']) within(summary).getByRole('link', { name: title });
  expect(within(summary).queryByText(/Согласие/)).toBeNull();
  within(summary).getByText(/Пример: 62\.01/);
  await user.click(within(summary).getByRole('link', { name: 'Код ОКВЭД' }));
  expect(document.activeElement).toBe(screen.getByLabelText(/Код ОКВЭД/));
  await user.click(screen.getByRole('button', { name: 'Дальше без исправлений' }));
  expect(onNext).toHaveBeenCalled();
});

it('takes no focus from who types while errors come and go', async () => {
  const { user } = open();
  await user.click(screen.getByRole('button', { name: 'К документам' }));
  const field = screen.getByLabelText(/Код ОКВЭД/);
  await user.clear(field);
  await user.type(field, '62.0');
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', '62.0');
});

it('marks fields of a group as required only when the group is begun', async () => {
  const { user } = open();
  const last = () => screen.getByLabelText<HTMLInputElement>(/^Фамилия/);
  expect(last().required).toBe(false);
  await user.type(screen.getByLabelText('Работа'), 'водитель');
  expect(last().required).toBe(true);
});

it('asks for the document of a representative, which filing wants', async () => {
  const { user } = open();
  await user.click(screen.getByLabelText('Документы подаёт представитель'));
  const group = screen.getByRole('group', { name: /^Документ, удостоверяющий личность/ });
  fireEvent.change(within(group).getByLabelText(/^Номер/), { target: { value: '123456' } });
  await user.click(screen.getByRole('button', { name: 'К документам' }));
  within(screen.getByRole('alert')).getByRole('link', { name: /Представитель — Фамилия/ });
});

it('asks a human being for consent, no organization', () => {
  const { unmount } = open();
  expect(screen.getByRole('checkbox', { name: /согласен/ })).toHaveProperty('required', false);
  unmount();
  open(vi.fn(), { ...subject, applicant: { kind: 'legal_entity' } } as Application);
  expect(screen.queryByRole('checkbox', { name: /согласен/ })).toBeNull();
});

it('puts the applicant into the part that an answer makes to be about the applicant', async () => {
  const aboutMother = { required: ['who'], properties: { who: { const: 'mother' } } };
  const form = {
    type: 'object',
    title: '',
    'x-order': ['who', 'mother'],
    properties: {
      who: {
        type: 'string',
        title: 'Заявитель',
        enum: ['mother', 'other'],
        'x-enum-titles': { mother: 'мать', other: 'иное лицо' },
      },
      mother: {
        type: 'object',
        title: 'Мать',
        'x-prefill-when': aboutMother,
        properties: {
          last_name: { type: 'string', title: 'Фамилия', 'x-prefill': 'applicant.last_name' },
          document: {
            type: 'string',
            title: 'Чем подтверждается',
            'x-prefill': 'applicant.identity_document',
          },
        },
      },
    },
  };
  const application = {
    ...subject,
    applicant: { id: 'a1', kind: 'person' },
    service: { short_name: 'Рождение', form },
    form: {},
  } as unknown as Application;
  const change = vi.fn();
  const draft = { initial: {}, change } as never;
  const { queries } = renderUi(
    <FormStep application={application} draft={draft} current onNext={vi.fn()} />,
  );
  const passport = {
    kind: 'passport_rf',
    series: '7719',
    number: '123456',
    issue_date: '2019-05-20',
  };
  queries.setQueryData(['applicant', 'a1'], { last_name: 'Лугова', identity_document: passport });
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: 'мать' }));
  const document = screen.getByRole<HTMLInputElement>('textbox', { name: /^Чем подтверждается/ });
  await waitFor(() => expect(document.value).toMatch(/^Паспорт гражданина РФ 7719 123456, выдан/));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Фамилия/ }).value).toBe('Лугова');
  expect(change).toHaveBeenLastCalledWith({
    form: { who: 'mother', mother: { last_name: 'Лугова', document: document.value } },
  });
  await user.click(screen.getByRole('radio', { name: 'иное лицо' }));
  await waitFor(() => expect(document.value).toBe(''));
});

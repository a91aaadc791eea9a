// SPDX-License-Identifier: Apache-2.0
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import type { StepName } from './step-names.ts';
import { WithDraft } from './with-draft.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

const application = {
  id: 'a1',
  version: 3,
  applicant: { kind: 'person' },
  status: 'rework',
  number: '0101-26-000001',
  rework: { reason: 'Исправьте номер квартиры', until: '2026-12-01' },
  form: { street: 'Мира', flat: '5' },
  consent: true,
  form_errors: [],
  other_errors: [],
  checklist: [],
  documents: [],
  history: [],
  papers: { application: 'current', receipt: 'current' },
  actions: [{ action: 'edit', allowed: true }],
  service: {
    short_name: 'Пособие',
    electronic: true,
    form: {
      type: 'object',
      title: '',
      properties: {
        street: { type: 'string', title: 'Улица' },
        flat: { type: 'string', title: 'Квартира' },
      },
    },
  },
};

function deskOf(
  changed: object,
  onGo: (step: string) => void = () => undefined,
  step: StepName = 'form',
) {
  return (
    <WithDraft
      application={{ ...application, ...changed } as never}
      step={step}
      onGo={onGo}
      onDone={() => undefined}
    />
  );
}

function open(changed: object = {}, onGo?: (step: string) => void, step?: StepName) {
  const session = sessionWith(['applications.file']);
  return renderAtPage(deskOf(changed, onGo, step), { session });
}

it('says before the form is filled that the card of the applicant stands in the way', async () => {
  stubServer({});
  const onGo = vi.fn();
  await open(
    { other_errors: [{ pointer: '/applicant/identity_document', title: 'Паспорт просрочен' }] },
    onGo,
  );
  screen.getByText('С этой карточкой заявителя заявление не зарегистрировать');
  screen.getByText('Паспорт просрочен');
  await userEvent.click(screen.getByRole('button', { name: 'К карточке заявителя' }));
  expect(onGo).toHaveBeenCalledWith('applicant');
});

it('keeps in sight why the case came back', async () => {
  stubServer({});
  await open();
  screen.getByText('Исправьте номер квартиры');
  screen.getByText(/до 1.декабря/);
});

it('says whose change it is and which fields differ, and keeps of theirs what was not touched here', async () => {
  const theirs = {
    ...application,
    version: 4,
    form: { street: 'Ленина', flat: '7' },
    history: [{ at: '2026-11-26T10:00:00Z', actor: 'Петров Олег', text: 'Изменены' }],
  };
  const asked = stubServer({
    'PUT /api/v1/applications/a1/draft': ({ headers, body }) =>
      headers.get('If-Match') === '"4"'
        ? { body: { ...theirs, ...(body as object), version: 5 } }
        : refusal(412, 'request.stale', 'Изменено'),
    'GET /api/v1/applications/a1': () => ({ body: theirs }),
  });
  await open();
  const user = userEvent.setup();
  await user.click(screen.getByLabelText('Квартира'));
  await user.clear(screen.getByLabelText('Квартира'));
  await user.paste('9');
  const clash = await screen.findByRole('alert', undefined, { timeout: 5000 });
  within(clash).getByText(/Петров Олег/);
  const row = within(clash).getByRole('row', { name: /Квартира/ });
  expect(row.textContent).toBe('Квартира97');
  await user.click(within(clash).getByRole('button', { name: 'Сохранить мой текст' }));
  await vi.waitFor(() =>
    expect(asked.at(-1)?.body).toEqual({ form: { street: 'Ленина', flat: '9' } }),
  );
});

it('shows what another window has saved, and whoever is in a field stays in it', async () => {
  stubServer({});
  let come: (changed: object) => void = () => undefined;
  function Desk() {
    const [changed, setChanged] = useState({});
    come = setChanged;
    return deskOf(changed);
  }
  await renderAtPage(<Desk />, { session: sessionWith(['applications.file']) });
  const flat = () => screen.getByLabelText<HTMLInputElement>('Квартира');
  await userEvent.click(flat());
  act(() => come({ version: 4, form: { street: 'Мира', flat: '17' } }));
  await vi.waitFor(() => expect(flat().value).toBe('17'));
  expect(document.activeElement).toBe(flat());
});

it('asks as well when another window has marked the same document otherwise', async () => {
  const photo = {
    code: 'photo',
    title: 'Фотография',
    need: 'required',
    given: true,
    documents: [],
  };
  const passport = { ...photo, code: 'passport', title: 'Паспорт' };
  const checklist = [passport, photo].map((item) => ({
    ...item,
    form: 'copy',
    sheets: 1,
    copies: 1,
  }));
  const theirs = {
    ...application,
    version: 4,
    checklist: checklist.map((item) => ({ ...item, sheets: 3 })),
  };
  const asked = stubServer({
    'PUT /api/v1/applications/a1/draft': ({ headers }) =>
      headers.get('If-Match') === '"4"'
        ? { body: { ...theirs, version: 5 } }
        : refusal(412, 'request.stale', 'Изменено'),
    'GET /api/v1/applications/a1': () => ({ body: theirs }),
  });
  await open({ checklist }, undefined, 'documents');
  const user = userEvent.setup();
  const [, sheets] = screen.getAllByLabelText('Листов');
  await user.clear(sheets as HTMLElement);
  await user.paste('5');
  expect((sheets as HTMLInputElement).value).toBe('5');
  const clash = await screen.findByRole('alert', undefined, { timeout: 5000 });
  const rows = within(clash).getAllByRole('row');
  expect(rows.at(-1)?.textContent).toBe(
    'Фотографиякопия, 5 листов, 1 экземпляркопия, 3 листа, 1 экземпляр',
  );
  expect(rows).toHaveLength(2);
  expect((sheets as HTMLInputElement).value).toBe('5');
  await user.click(within(clash).getByRole('button', { name: 'Сохранить мой текст' }));
  await vi.waitFor(() =>
    expect(asked.at(-1)?.body).toMatchObject({ marks: [{ item: 'photo', sheets: 5 }] }),
  );
});

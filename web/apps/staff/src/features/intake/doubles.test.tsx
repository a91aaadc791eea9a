// SPDX-License-Identifier: Apache-2.0

import { ProblemError } from '@okno/api/problem';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { Doubles, isDouble } from './doubles.tsx';

afterEach(() => vi.unstubAllGlobals());

const person = { last_name: 'Журавлева', first_name: 'Ксения', birth_date: '1990-05-02' };
const problem = (code: string, detail: string) =>
  new ProblemError({ type: '', title: code, status: 409, code, detail, request_id: 'r1' });

function show(error: unknown) {
  const onOpen = vi.fn();
  const onAnother = vi.fn();
  renderUi(<Doubles error={error} person={person} onOpen={onOpen} onAnother={onAnother} />);
  return { onOpen, onAnother, user: userEvent.setup() };
}

it('leads to the card that has the same passport, and only there', async () => {
  const error = problem('applicants.document_taken', 'a1');
  const { onOpen, user } = show(error);
  await user.click(screen.getByRole('button', { name: 'Открыть существующую карточку' }));
  expect(onOpen).toHaveBeenCalledWith('a1');
  expect(screen.queryByRole('button', { name: /другой человек/ })).toBeNull();
  expect(isDouble(error)).toBe(true);
});

it('shows the namesakes and goes on only when told that it is another person', async () => {
  const row = { kind: 'person', display_name: 'Журавлёва Ксения Игоревна' };
  stubServer({
    'GET /api/v1/applicants': () => ({
      body: {
        items: [
          { ...row, id: 'a1', masked_document: 'паспорт •• •• •••456' },
          { ...row, id: 'other', masked_document: 'паспорт •• •• •••999' },
        ],
      },
    }),
  });
  const { onOpen, onAnother, user } = show(problem('applicants.namesake', 'a1'));
  await screen.findByText(/•••456/);
  expect(screen.queryByText(/•••999/)).toBeNull();
  await user.click(screen.getByRole('button', { name: /Это он/ }));
  expect(onOpen).toHaveBeenCalledWith('a1');
  await user.click(screen.getByRole('button', { name: /другой человек/ }));
  expect(onAnother).toHaveBeenCalledOnce();
});

it('stays away from other refusals', () => {
  const { onOpen } = show(problem('input.invalid', ''));
  expect(screen.queryByRole('button')).toBeNull();
  expect(isDouble(problem('input.invalid', ''))).toBe(false);
  expect(onOpen).not.toHaveBeenCalled();
});

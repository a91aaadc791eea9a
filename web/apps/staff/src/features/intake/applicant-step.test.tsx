// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { ApplicantStep } from './applicant-step.tsx';

afterEach(() => vi.unstubAllGlobals());

async function open(items: object[]) {
  stubServer({ 'GET /api/v1/applicants': () => ({ body: { items } }) });
  const onChosen = vi.fn();
  await renderAtPage(<ApplicantStep locked={false} onChosen={onChosen} />);
  return { onChosen, user: userEvent.setup() };
}

it('takes who was found, however fast Enter follows the last letter', async () => {
  const { onChosen, user } = await open([{ id: 'p1', kind: 'person', display_name: 'Иванова' }]);
  await user.keyboard('ива{Enter}');
  await vi.waitFor(() => expect(onChosen).toHaveBeenCalledWith('p1'));
});

it('goes from the box to the first of those found', async () => {
  const person = (id: string, display_name: string) => ({ id, kind: 'person', display_name });
  const { onChosen, user } = await open([person('p1', 'Иванова'), person('p2', 'Иванов')]);
  await user.keyboard('ива');
  await screen.findByText('Иванов');
  await user.keyboard('{ArrowDown}{Enter}');
  await vi.waitFor(() => expect(onChosen).toHaveBeenCalledWith('p1'));
});

it('knows the number of a case from a receipt', async () => {
  const { user } = await open([]);
  await user.keyboard('0101-26-000030');
  const link = await screen.findByRole('link', { name: 'Найти дело' });
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toMatch(/^\/cases\?.*0101-26-000030/);
});

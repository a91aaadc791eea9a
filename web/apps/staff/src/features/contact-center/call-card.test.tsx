// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { CallCard } from './call-card.tsx';
import { sampleCall } from './call-sample.ts';
import type { Call } from './calls.ts';

const call: Call = {
  ...sampleCall,
  opening: 'Анна Петровна, это вы?',
  text: 'Результат готов',
};

afterEach(() => vi.unstubAllGlobals());

it('asks how to know the applicant for the call it shows only', async () => {
  const asked = stubServer({
    'GET /api/v1/calls/c1': () => ({ body: { ...call, check: 'Попросите назвать дату рождения' } }),
  });
  await renderAtPage(<CallCard call={call} onRecorded={vi.fn()} />, {
    session: sessionWith(['calls.view']),
  });
  await screen.findByText('Попросите назвать дату рождения');
  expect(asked.map(({ path }) => path)).toEqual(['/api/v1/calls/c1']);
});

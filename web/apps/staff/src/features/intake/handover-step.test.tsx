// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { HandoverStep } from './handover-step.tsx';
import type { Application } from './queries.ts';

const application = {
  id: 'a1',
  status: 'intake',
  papers: { application: 'current', receipt: 'current' },
  service: { electronic: false },
} as unknown as Application;

it('says before the handover that a service on paper ends at the processor here', () => {
  renderUi(<HandoverStep application={application} onDone={() => undefined} />);
  screen.getByText('Эта услуга идёт в ведомство на бумаге');
  expect(screen.getByText(/дело останется у обработчика/)).toBeTruthy();
});

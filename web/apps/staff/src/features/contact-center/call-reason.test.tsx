// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { CallReason } from './call-reason.tsx';
import type { Call } from './calls.ts';

it('does not announce a refusal as a result that is ready', () => {
  renderUi(<CallReason call={{ reason: 'result', outcome: 'negative' } as Call} />);
  screen.getByText('Решение: отказ');
  expect(screen.queryByText('Результат готов')).toBeNull();
});

it('names a day that was moved past the promised one', () => {
  renderUi(<CallReason call={{ reason: 'later' } as Call} />);
  screen.getByText('Срок перенесён');
});

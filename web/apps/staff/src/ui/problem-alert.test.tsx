// SPDX-License-Identifier: Apache-2.0

import { NetworkError, ProblemError } from '@okno/api/problem';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { ProblemAlert } from './problem-alert.tsx';

describe('ProblemAlert', () => {
  it('says what happened, and lists the fields', () => {
    const error = new ProblemError({
      title: 'Заявление заполнено с ошибками',
      status: 422,
      code: 'applications.incomplete',
      fields: [{ pointer: '/snils', code: 'snils.check', title: 'СНИЛС: неверное число' }],
    });
    renderUi(<ProblemAlert error={error} />);
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain('Заявление заполнено с ошибками');
    expect(text).toContain('СНИЛС: неверное число');
    expect(text).not.toContain('Код для поддержки');
  });

  it('gives the code of a fault for support', () => {
    const fault = new ProblemError({ title: 'Сбой', status: 500, code: 'server.fault' });
    renderUi(<ProblemAlert error={fault} />);
    expect(screen.getByRole('alert').textContent).toContain('Код для поддержки: server.fault');
  });

  it('takes the focus when asked to and repeats on demand', async () => {
    const onRetry = vi.fn();
    renderUi(<ProblemAlert error={new NetworkError()} kept focus onRetry={onRetry} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    await userEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('is nothing without an error', () => {
    renderUi(<ProblemAlert error={null} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

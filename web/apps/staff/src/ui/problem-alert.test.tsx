// SPDX-License-Identifier: Apache-2.0

import { NetworkError, ProblemError } from '@okno/api/problem';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { ProblemAlert } from './problem-alert.tsx';

describe('ProblemAlert', () => {
  it('says what happened, lists the fields and gives the code', () => {
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
    expect(text).toContain('Код для поддержки: applications.incomplete');
  });

  it('gives no code for support with a field to be corrected', () => {
    const error = new ProblemError({
      title: 'Проверьте отмеченные поля',
      status: 422,
      code: 'input.invalid',
      fields: [{ pointer: '/date', code: 'field.date', title: 'Такого дня нет' }],
    });
    renderUi(<ProblemAlert error={error} />);
    expect(screen.getByRole('alert').textContent).not.toContain('Код');
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

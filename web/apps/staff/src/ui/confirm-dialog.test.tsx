// SPDX-License-Identifier: Apache-2.0
import { Modal } from '@mantine/core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { useConfirm } from './confirm-dialog.tsx';

function Asker({ onAnswer }: { onAnswer: (yes: boolean) => void }) {
  const confirm = useConfirm();
  const ask = async () =>
    onAnswer(await confirm({ title: 'Удалить черновик?', action: 'Удалить', danger: true }));
  return (
    <button type="button" onClick={() => void ask()}>
      спросить
    </button>
  );
}

describe('useConfirm', () => {
  it.each([
    ['Удалить', true],
    ['Отмена', false],
  ])('%s answers %s', async (button, answer) => {
    const onAnswer = vi.fn();
    renderUi(<Asker onAnswer={onAnswer} />);
    await userEvent.click(screen.getByRole('button', { name: 'спросить' }));
    await screen.findByRole('dialog', { name: 'Удалить черновик?' });
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(answer);
  });

  it('takes leaving with Escape for a no', async () => {
    const onAnswer = vi.fn();
    renderUi(<Asker onAnswer={onAnswer} />);
    await userEvent.click(screen.getByRole('button', { name: 'спросить' }));
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('lies above the dialog it asks about', async () => {
    renderUi(
      <Modal opened onClose={() => undefined} title="Подключение">
        <Asker onAnswer={vi.fn()} />
      </Modal>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'спросить' }));
    const layer = (name: string) =>
      Number(
        screen
          .getByRole('dialog', { name })
          .closest<HTMLElement>('[style*="--mb-z-index"]')
          ?.style.getPropertyValue('--mb-z-index'),
      );
    await screen.findByText('Удалить черновик?');
    expect(layer('Удалить черновик?')).toBeGreaterThan(layer('Подключение'));
  });
});

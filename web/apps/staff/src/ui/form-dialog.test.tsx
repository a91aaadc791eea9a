// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { FormDialog } from './form-dialog.tsx';

function open(send: () => Promise<string>, props: Partial<ComponentProps<typeof FormDialog>> = {}) {
  const onDone = vi.fn();
  function Dialog() {
    const step = useMutation({ mutationFn: send });
    const [opened, setOpened] = useState(true);
    if (!opened) return null;
    return (
      <FormDialog
        title="Вопрос"
        action="Отправить"
        step={step}
        onSubmit={() => step.mutateAsync()}
        onDone={onDone}
        onClose={() => setOpened(false)}
        {...props}
      >
        <TextInput label="Поле" />
        {props.children}
      </FormDialog>
    );
  }
  renderUi(<Dialog />);
  return { onDone, user: userEvent.setup() };
}

const button = () => screen.getByRole('button', { name: 'Отправить' });
// Before the screen is drawn anew, as quick hands do.
const clickTwice = () =>
  act(() => {
    button().click();
    button().click();
  });

it('is one request however often its button is pressed, until that one has failed', async () => {
  const send = vi.fn(async () => 'да').mockRejectedValueOnce(new Error('нет'));
  const { onDone } = open(send);
  clickTwice();
  await screen.findByRole('alert');
  expect(send).toHaveBeenCalledTimes(1);
  clickTwice();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith('да'));
  // What follows a success may take a moment, too.
  clickTwice();
  expect(send).toHaveBeenCalledTimes(2);
});

it('says nothing of its end to a page that has closed it', async () => {
  let answer: (words: string) => void = () => undefined;
  const { onDone, user } = open(() => new Promise((resolve) => (answer = resolve)));
  await user.click(button());
  await user.click(screen.getByRole('button', { name: 'Отмена' }));
  await act(async () => answer('да'));
  expect(onDone).not.toHaveBeenCalled();
});

it('takes Enter in a field', async () => {
  const send = vi.fn(async () => '');
  const { onDone, user } = open(send);
  await user.type(screen.getByLabelText('Поле'), 'слово{Enter}');
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
});

it.each([{ ready: false }, { isFinal: true }])(
  'does not take Enter before it is complete, nor where it can not be taken back: %o',
  async (props) => {
    const send = vi.fn(async () => '');
    const { user } = open(send, props);
    await user.type(screen.getByLabelText('Поле'), 'слово{Enter}');
    expect(send).not.toHaveBeenCalled();
  },
);

it('is not sent by the form of a dialog above it', async () => {
  const send = vi.fn(async () => '');
  const above = vi.fn(async () => '');
  const inner = (
    <FormDialog
      title="Выше"
      action="Добавить"
      step={{ isPending: false, error: null }}
      onSubmit={above}
      onDone={() => undefined}
      onClose={() => undefined}
    >
      текст
    </FormDialog>
  );
  const { user } = open(send, { children: inner });
  await user.click(screen.getByRole('button', { name: 'Добавить' }));
  expect(above).toHaveBeenCalledTimes(1);
  expect(send).not.toHaveBeenCalled();
});

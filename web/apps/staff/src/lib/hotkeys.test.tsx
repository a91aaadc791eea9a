// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { type Hotkey, matches, useHotkeys } from './hotkeys.ts';

function press(init: KeyboardEventInit) {
  return new KeyboardEvent('keydown', init);
}

describe('matches', () => {
  it('knows a letter by its place on the keyboard, whatever the layout', () => {
    expect(matches('mod+K', press({ key: 'л', code: 'KeyK', ctrlKey: true }))).toBe(true);
    expect(matches('mod+K', press({ key: 'k', code: 'KeyK' }))).toBe(false);
  });

  it('knows the question mark in both layouts', () => {
    expect(matches('?', press({ key: '?', code: 'Slash', shiftKey: true }))).toBe(true);
    expect(matches('?', press({ key: '?', code: 'Digit7', shiftKey: true }))).toBe(true);
  });

  it('takes digits from the number pad', () => {
    expect(matches('1', press({ key: '1', code: 'Numpad1' }))).toBe(true);
    expect(matches('1', press({ key: '1', code: 'Digit1', altKey: true }))).toBe(false);
  });
});

function Screen({ hotkeys, dialog }: { hotkeys: Hotkey[]; dialog?: boolean }) {
  useHotkeys('Экран', hotkeys);
  return (
    <>
      <input aria-label="Заметка" />
      <input type="radio" aria-label="Лично" />
      {dialog && <div role="dialog" aria-modal="true" />}
    </>
  );
}

describe('useHotkeys', () => {
  const run = vi.fn();
  const plain: Hotkey = { keys: '1', title: 'Дозвонились', run };
  const combination: Hotkey = { keys: 'mod+K', title: 'Поиск', run };

  it('leaves plain keys to a field and takes combinations', async () => {
    run.mockClear();
    render(<Screen hotkeys={[plain, combination]} />);
    await userEvent.type(screen.getByRole('textbox'), '1');
    expect(run).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('1');
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('takes a single sign where nothing is typed, and leaves the other plain keys to it', async () => {
    run.mockClear();
    const help: Hotkey = { keys: '?', title: 'Справка', run };
    const open: Hotkey = { keys: 'Enter', title: 'Открыть', run };
    render(<Screen hotkeys={[help, open]} />);
    screen.getByRole('radio').focus();
    await userEvent.keyboard('?');
    expect(run).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Enter}');
    expect(run).toHaveBeenCalledTimes(1);
    screen.getByRole('textbox').focus();
    await userEvent.keyboard('?');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is silent under a dialog and after the screen is gone', async () => {
    run.mockClear();
    const { rerender, unmount } = render(<Screen hotkeys={[plain]} dialog />);
    await userEvent.keyboard('1');
    expect(run).not.toHaveBeenCalled();
    rerender(<Screen hotkeys={[plain]} />);
    await userEvent.keyboard('1');
    expect(run).toHaveBeenCalledTimes(1);
    unmount();
    await userEvent.keyboard('1');
    expect(run).toHaveBeenCalledTimes(1);
  });
});

it('leaves a key that two parts of the page know to the one that came later', async () => {
  const frame = vi.fn();
  const page = vi.fn();
  const key = { keys: 'alt+4', title: 'Четвёртое' };
  const { rerender } = render(<Screen hotkeys={[{ ...key, run: frame }]} />);
  const both = (
    <>
      <Screen hotkeys={[{ ...key, run: frame }]} />
      <Screen hotkeys={[{ ...key, run: page }]} />
    </>
  );
  await userEvent.keyboard('{Alt>}4{/Alt}');
  expect(frame).toHaveBeenCalledTimes(1);
  rerender(both);
  await userEvent.keyboard('{Alt>}4{/Alt}');
  expect(page).toHaveBeenCalledTimes(1);
  expect(frame).toHaveBeenCalledTimes(1);
});

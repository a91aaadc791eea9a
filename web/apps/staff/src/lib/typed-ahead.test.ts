// SPDX-License-Identifier: Apache-2.0
import { fireEvent } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { gatherTyping } from './typed-ahead.ts';

afterEach(() => vi.useRealTimers());

const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });

it('gathers what is typed until the field can take it, and lets go then', () => {
  const take = gatherTyping();
  for (const key of '0101-2') expect(press(key)).toBe(false);
  press('Backspace');
  expect(press('Enter')).toBe(false);
  expect(press('k', { ctrlKey: true })).toBe(true);
  expect(take()).toBe('0101-');
  expect(press('5')).toBe(true);
  expect(take()).toBe('');
});

it('does not keep the keys of a page whose field never came', () => {
  vi.useFakeTimers();
  gatherTyping();
  vi.runAllTimers();
  expect(press('5')).toBe(true);
});

// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it } from 'vitest';

type Tab = typeof import('./unsaved-text.ts');
const key = 'okno.unsaved.u1.paper.1';

// Each is the program once more, with the same memory of the browser.
let opened = 0;
function openTab(): Promise<Tab> {
  opened += 1;
  return import(/* @vite-ignore */ `./unsaved-text.ts?tab=${opened}`);
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

it('leaves each of two tabs its own text, whatever becomes of the other', async () => {
  const first = await openTab();
  const second = await openTab();
  first.keepUnsaved(key, { version: 1, part: { text: 'первый' } });
  second.keepUnsaved(key, { version: 1, part: { text: 'второй' } });
  expect(first.readUnsaved(key)).toEqual({ version: 1, part: { text: 'первый' } });
  second.keepUnsaved(key, { version: 2, part: {} });
  expect(first.readUnsaved(key)).toEqual({ version: 1, part: { text: 'первый' } });
});

it('has its own again after a reload, and a duplicate of the tab has not', async () => {
  const before = await openTab();
  const other = await openTab();
  before.keepUnsaved(key, { version: 1, part: { text: 'мой' } });
  other.keepUnsaved(key, { version: 1, part: { text: 'чужой' } });
  const duplicate = await openTab();
  duplicate.keepUnsaved(key, { version: 1, part: { text: 'копия' } });
  expect(before.readUnsaved(key)).toEqual({ version: 1, part: { text: 'мой' } });

  // Only the tab that goes away hands its name on.
  window.dispatchEvent(new Event('pagehide'));
  const reloaded = await openTab();
  expect(reloaded.readUnsaved(key)).toEqual({ version: 1, part: { text: 'копия' } });
});

it('takes over what a closed tab has left, until that is saved', async () => {
  const closed = await openTab();
  closed.keepUnsaved(key, { version: 1, part: { text: 'осталось' } });
  const next = await openTab();
  expect(next.readUnsaved(key)).toEqual({ version: 1, part: { text: 'осталось' } });
  next.keepUnsaved(key, { version: 2, part: {} });
  expect((await openTab()).readUnsaved(key)).toBeUndefined();
});

it('leaves alone what the other tab has typed on after all', async () => {
  const other = await openTab();
  other.keepUnsaved(key, { version: 1, part: { text: 'нач' } });
  const next = await openTab();
  next.readUnsaved(key);
  other.keepUnsaved(key, { version: 1, part: { text: 'начало' } });
  next.keepUnsaved(key, { version: 2, part: {} });
  expect(other.readUnsaved(key)).toEqual({ version: 1, part: { text: 'начало' } });
});

it('does not mix up what only begins with the same name', async () => {
  const first = await openTab();
  first.keepUnsaved(`${key}0`, { version: 1, part: { text: 'другое' } });
  expect((await openTab()).readUnsaved(key)).toBeUndefined();
});

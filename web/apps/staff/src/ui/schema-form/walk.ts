// SPDX-License-Identifier: Apache-2.0
import type { KeyboardEvent } from 'react';

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement;

// A mark that has to be set, or a list that needs its first row: Enter stops there although nothing is typed into it.
export const stopHere = { 'data-wanted': true } as const;

function isChoice(field: Box) {
  return field instanceof HTMLInputElement && field.type === 'radio';
}

// A list to choose from is a read-only input; other read-only ones are not for the person.
function isFillable(field: Box) {
  if (field.disabled || field.type === 'hidden' || field.closest('[hidden]')) return false;
  if (field instanceof HTMLButtonElement || field.type === 'checkbox') return isWanted(field);
  return field.type !== 'file' && (!field.readOnly || field.hasAttribute('aria-haspopup'));
}

function isWanted(field: Box) {
  return field.hasAttribute('data-wanted');
}

// Where Enter stops: each field once, a group of radio buttons at the one that is chosen or the first.
function stops(root: HTMLElement, from?: Element): Box[] {
  const boxes = root.querySelectorAll<Box>('input, textarea, button[data-wanted]');
  const all = [...boxes].filter((field) => field === from || isFillable(field));
  return all.filter((field) => !isChoice(field) || field === stopOf(field, all));
}

function stopOf(field: Box, all: Box[]): Box {
  if (!isChoice(field)) return field;
  const group = all.filter((one) => isChoice(one) && one.name === field.name);
  return group.find((one) => (one as HTMLInputElement).checked) ?? group[0] ?? field;
}

function isEmpty(field: Box) {
  if (isWanted(field)) return true;
  return isChoice(field) ? !(field as HTMLInputElement).checked : field.value === '';
}

// Without it the form is not accepted.
function isRequired(field: Box) {
  return (
    isWanted(field) || field.closest('[data-required]')?.getAttribute('data-required') === 'yes'
  );
}

export function firstEmpty(root: HTMLElement): HTMLElement | undefined {
  return stops(root).find(isEmpty);
}

// Before a list to choose from hears of it: when something is chosen already, Enter goes on instead of opening it again.
export function walkPastChosen(event: KeyboardEvent, root: HTMLElement | null) {
  const target = event.target as HTMLElement;
  const isChosenList =
    target instanceof HTMLInputElement &&
    target.hasAttribute('aria-haspopup') &&
    target.getAttribute('aria-expanded') !== 'true' &&
    target.value !== '';
  if (event.key !== 'Enter' || !isChosenList) return;
  event.stopPropagation();
  walk(event, root);
}

// Enter moves to the next empty field, as at a till: hands stay on the digits. What is filled in is passed over. After
// the last it goes back only for what is required; when nothing is, it goes to the button that leads on. Where several
// forms make one step, they are walked as one: [data-walk].
export function walk(event: KeyboardEvent, root: HTMLElement | null) {
  const target = event.target as HTMLElement;
  const isChord = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  if (event.key !== 'Enter' || isChord || event.defaultPrevented || !root) return;
  // In a text of several lines Enter is a new line; an open list takes it for itself.
  const isLine = target instanceof HTMLInputElement || target.hasAttribute('data-line');
  if (!isLine || target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  const whole = root.closest<HTMLElement>('[data-walk]') ?? root;
  const all = stops(whole, target);
  const at = all.indexOf(stopOf(target as Box, all));
  const missed = all.slice(0, Math.max(at, 0)).filter(isRequired);
  const next = [...all.slice(at + 1), ...missed].find(isEmpty);
  (next ?? whole.querySelector<HTMLElement>('[data-walk-on]'))?.focus();
}

// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { wordRequiredFields } from './required-words.ts';

it('says in the words of the page that a field is empty, until something is touched', () => {
  const stop = wordRequiredFields('Заполните это поле');
  const field = document.createElement('input');
  field.required = true;
  document.body.append(field);
  expect(field.checkValidity()).toBe(false);
  expect(field.validationMessage).toBe('Заполните это поле');
  // Filled by the page, not typed.
  field.value = 'MFC';
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(field.checkValidity()).toBe(true);
  stop();
  field.remove();
});

// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { PaperWarning } from './paper-warning.tsx';

it.each([
  ['none', 'none', 'заявление и расписку'],
  ['none', 'current', 'Напечатайте заявление и дайте'],
  ['current', 'none', 'Напечатайте расписку'],
  ['outdated', 'outdated', 'Напечатайте заявление и расписку заново'],
  ['outdated', 'current', 'Напечатайте заявление заново'],
  ['current', 'outdated', 'Напечатайте расписку заново'],
  ['outdated', 'none', 'Напечатайте заявление и расписку заново'],
] as const)('names what is still to be printed: %s, %s', (application, receipt, words) => {
  renderUi(<PaperWarning papers={{ application, receipt }} also="unprinted" />);
  expect(screen.getByRole('alert').textContent).toContain(words);
});

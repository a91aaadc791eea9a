// SPDX-License-Identifier: Apache-2.0
import { firstEmpty } from '@/ui/schema-form/walk.ts';
import type { Application } from './queries.ts';

// A step begins at its top; the focus comes along to the first empty field when what had it is gone. What came back for
// rework is filled in: nothing of it may draw away from the remark above it.
export function beginAtTop(work: HTMLElement | null, status?: Application['status']) {
  if (!work) return;
  // What scrolls is the form, on a narrow page all of the step.
  for (let part = work; part.parentElement && part.tagName !== 'MAIN'; part = part.parentElement) {
    part.scrollTop = 0;
  }
  const focused = document.activeElement;
  if (focused && focused !== document.body && !focused.closest('[hidden]')) return;
  const empty = status === 'rework' ? undefined : firstEmpty(work);
  (empty ?? work).focus();
}

// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Application } from './queries.ts';
import { currentStep, stepStates } from './steps.ts';

type Paper = 'none' | 'current' | 'outdated';

function isPrinted(application: Paper, receipt: Paper, status: 'intake' | 'in_agency' = 'intake') {
  const filed: Partial<Application> = {
    status,
    number: '0101-26-000001',
    papers: { application, receipt },
    form_errors: [],
    other_errors: [],
    checklist: [],
    consent: true,
  };
  const states = stepStates(true, filed as Application);
  return states.find(({ name }) => name === 'print')?.done;
}

it('counts printing as done when both papers say what the case says', () => {
  expect(isPrinted('none', 'none')).toBe(false);
  expect(isPrinted('current', 'none')).toBe(false);
  expect(isPrinted('current', 'current')).toBe(true);
  expect(isPrinted('outdated', 'outdated')).toBe(false);
  expect(isPrinted('none', 'none', 'in_agency')).toBe(true);
});

it('is at the step asked for, else where it began, and never where one may not be', () => {
  const nobody = stepStates(false, undefined);
  const somebody = stepStates(true, undefined);
  expect(currentStep(somebody, undefined, 'service')).toBe('service');
  expect(currentStep(somebody, 'applicant', 'service')).toBe('applicant');
  expect(currentStep(somebody, 'documents', 'service')).toBe('service');
  // «Другой заявитель» on a desk that began with one in its address.
  expect(currentStep(nobody, undefined, 'service')).toBe('applicant');
});

// SPDX-License-Identifier: Apache-2.0
import { isOfCard } from './form-problems.ts';
import type { Application } from './queries.ts';
import { type StepName, stepNames } from './step-names.ts';

export type StepState = { name: StepName; done: boolean; missing: number; reachable: boolean };

// What the strip on top shows: which steps are done, how much is missing, where one may jump.
export function stepStates(
  applicantChosen: boolean,
  application: Application | undefined,
): StepState[] {
  const others = application?.other_errors ?? [];
  const inCard = others.filter(isOfCard).length;
  const errors = (application?.form_errors.length ?? 0) + others.length - inCard;
  const missing = application?.checklist.filter((item) => item.missing).length ?? 0;
  const filed = Boolean(application?.number);
  const handedOver = filed && !['intake', 'rework'].includes(application?.status ?? '');
  // Both papers, as the case stands now: what was changed since is to be printed and signed anew.
  const papers = application?.papers;
  const printed = papers?.application === 'current' && papers.receipt === 'current';
  const begun = application !== undefined;
  return [
    {
      name: 'applicant',
      done: applicantChosen && inCard === 0,
      missing: inCard,
      reachable: true,
    },
    { name: 'service', done: begun, missing: 0, reachable: applicantChosen },
    {
      name: 'form',
      done: begun && errors === 0,
      missing: errors,
      reachable: begun,
    },
    { name: 'documents', done: begun && missing === 0, missing, reachable: begun },
    { name: 'print', done: handedOver || (filed && printed), missing: 0, reachable: begun },
    { name: 'handover', done: handedOver, missing: 0, reachable: filed },
  ];
}

// The step of the address, or else the one the desk began with, as far as one may be there: whoever came with an applicant
// in the address and starts anew is at the first.
export function currentStep(
  states: StepState[],
  asked: StepName | undefined,
  first: StepName,
): StepName {
  const mayBe = (wanted?: StepName) => states.some((one) => one.name === wanted && one.reachable);
  return [asked, first].find(mayBe) ?? 'applicant';
}

export function nextStep(name: StepName): StepName {
  return stepNames[Math.min(stepNames.indexOf(name) + 1, stepNames.length - 1)] ?? name;
}

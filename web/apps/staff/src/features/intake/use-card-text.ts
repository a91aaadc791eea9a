// SPDX-License-Identifier: Apache-2.0
import { rebase } from '@okno/forms-core/rebase';
import { same } from '@okno/forms-core/same';
import type { Data } from '@okno/forms-core/schema';
import { useState } from 'react';
import { toFormData } from './applicant-schema.ts';
import type { Applicant } from './queries.ts';

// What is typed into a card, and the card it stands on. When somebody else has saved the card meanwhile, theirs is shown as
// long as nothing was typed here; else it is for the person to choose (`theirs`).
export function useCardText(card: Applicant | undefined, first: () => Data) {
  const [base, setBase] = useState(card);
  const [typed, setTyped] = useState(first);
  const [untouched, setUntouched] = useState(typed);
  const [read, setRead] = useState<Applicant>();
  // Rises when the fields have to be made anew.
  const [revision, setRevision] = useState(0);
  const standOn = (on: Applicant, text = toFormData(on)) => {
    setBase(on);
    setUntouched(toFormData(on));
    setTyped(text);
    setRevision((known) => known + 1);
  };
  const isDirty = !same(typed, untouched);
  const newest = [card, read].find((one) => one && base && one.version > base.version);
  if (newest && !isDirty) standOn(newest);
  return {
    base,
    typed,
    setTyped,
    untouched,
    isDirty,
    revision,
    theirs: isDirty ? newest : undefined,
    // The card as it is now, learnt by a refusal.
    hear: setRead,
    standOn,
    // What was touched here, on top of theirs.
    onTopOf: (theirs: Applicant) => rebase(typed, untouched, toFormData(theirs)),
  };
}

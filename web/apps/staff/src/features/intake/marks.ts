// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import type { Application } from './queries.ts';

export type Mark = Schemas['ChecklistMark'];

// What an operator has marked at a line of the checklist; what an agency has answered is no mark.
export function markAt(item: Schemas['ChecklistItem']): Mark {
  return {
    item: item.code,
    given: item.given && (!item.obtained || item.form !== undefined),
    form: item.form as Mark['form'],
    sheets: item.sheets,
    copies: item.copies,
  };
}

// Of each line what it says, also of papers that the checklist does not name. Of what was not handed over nothing else counts.
export function marksByItem(marks: Mark[] | undefined): Record<string, Mark> {
  return Object.fromEntries(
    (marks ?? []).map((mark) => [mark.item, mark.given ? mark : { item: mark.item, given: false }]),
  );
}

export function marksOf({ checklist, other_papers = [] }: Application): Mark[] {
  return [...checklist.map(markAt), ...other_papers];
}

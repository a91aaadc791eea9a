// SPDX-License-Identifier: Apache-2.0
import type { Data, Value } from '@okno/forms-core/schema';

// A question under way and whom it was asked about: the card may be another's by the time the answer comes.
export type Question = { inquiryId: string; about: Data };

// What tells one applicant from another; a number that is the answer itself is none of them.
const marks = ['last_name', 'first_name', 'birth_date', 'full_name', 'ogrn'];

function fold(value: Value | undefined) {
  return typeof value === 'string' ? value.trim().toLowerCase().replaceAll('ё', 'е') : '';
}

// Whether the card is still of whom was asked about. What only one of them has says nothing.
export function isSamePerson(asked: Data, card: Data): boolean {
  return marks.every((mark) => {
    const [before, now] = [fold(asked[mark]), fold(card[mark])];
    return !before || !now || before === now;
  });
}

// «Иванова Анна», «ООО «Ромашка»»
export function nameOf({ last_name, first_name, full_name, ogrn }: Data): string {
  return [last_name, first_name].filter(Boolean).join(' ') || String(full_name ?? ogrn ?? '');
}

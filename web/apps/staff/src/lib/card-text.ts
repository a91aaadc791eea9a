// SPDX-License-Identifier: Apache-2.0
import { shortDate } from './dates.ts';
import { phone } from './format.ts';
import type { Language, T } from './language.tsx';
import { snils } from './snils.ts';

const kinds = ['person', 'entrepreneur', 'legal_entity'] as const;
const sexes = ['male', 'female'] as const;

// A value of the card as the history keeps it, in the words of the card.
export function cardText(field: string, value: string, t: T, language: Language): string {
  if (value === '') return '';
  if (field === 'birth_date') return shortDate(value, language);
  if (field === 'phone') return phone(value);
  if (field === 'snils') return snils(value);
  const kind = field === 'kind' && kinds.find((one) => one === value);
  if (kind) return t(`card.kind.${kind}`);
  const sex = field === 'sex' && sexes.find((one) => one === value);
  return sex ? t(`card.sex.${sex}`) : value;
}

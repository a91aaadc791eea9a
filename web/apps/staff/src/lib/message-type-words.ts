// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import type { Language } from './language.tsx';

type Worded = Pick<
  Schemas['MessageTypeSummary'],
  'title' | 'title_en' | 'description' | 'description_en' | 'agency'
>;

// What a message type says about itself in the reader's language; Russian where it has no English.
export function typeWords({ agency, ...type }: Worded, language: Language) {
  const english = language === 'en';
  return {
    title: (english && type.title_en) || type.title,
    description: (english && type.description_en) || type.description,
    agency: (english && agency.name_en) || agency.name,
  };
}

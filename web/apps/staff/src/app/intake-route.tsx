// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import type { Value } from '@okno/forms-core/schema';
import { withValue } from '@/features/inquiries/card-values.ts';
import { FillButton } from '@/features/inquiries/fill-button.tsx';
import type { CardFiller } from '@/features/intake/applicant-card-form.tsx';
import { IntakePage } from '@/features/intake/intake-page.tsx';

// A card being written can be filled from an answer; the person at the desk saves it.
const fillCard: CardFiller = (person, change) => (
  <FillButton
    person={person}
    onFill={(values) =>
      change((card) =>
        values.reduce((next, { path, offered }) => withValue(next, path, offered as Value), card),
      )
    }
  />
);

export function IntakeRoute() {
  return <IntakePage fillCard={fillCard} />;
}

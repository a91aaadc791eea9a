// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import { shortDate } from './dates.ts';
import type { Language, T } from './language.tsx';

type IdentityDocument = Schemas['IdentityDocument'];

// A document in full, its number too: only where the card was opened on purpose.
export function documentText(document: IdentityDocument, t: T, language: Language) {
  const number = [document.series, document.number].filter(Boolean).join(' ');
  const issued = [
    document.issue_date && shortDate(document.issue_date, language),
    document.issued_by,
    document.issuer_code?.replace(/^(\d{3})(\d{3})$/, '$1-$2'),
  ].filter(Boolean);
  return [
    [t(`card.document.${document.kind}`), number].filter(Boolean).join(' '),
    issued.length > 0 && t('card.issued', { by: issued.join(', ') }),
    document.valid_until &&
      t('card.validUntil', { date: shortDate(document.valid_until, language) }),
  ]
    .filter(Boolean)
    .join('\n');
}

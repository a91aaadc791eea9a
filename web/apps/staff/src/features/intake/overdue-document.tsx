// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { Data, FieldError } from '@okno/forms-core/schema';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';

const codes = [
  'passport.replaced_at_20',
  'passport.replaced_at_45',
  'document.birth_certificate_after_14',
  'document.expired',
];

// Whether all that stands in the way is a document that is valid no more.
export function isOverdueOnly(errors: FieldError[]): boolean {
  return errors.length > 0 && errors.every(({ code }) => codes.includes(code));
}

// What tells whether a document is overdue is as it was.
export function isSameDocument(one: Data, other: Data): boolean {
  const told = ({ birth_date, identity_document }: Data) =>
    JSON.stringify([birth_date, identity_document]);
  return told(one) === told(other);
}

type OverdueDocumentProps = { errors: FieldError[]; onKeep: () => void };

// Who comes to have an overdue document replaced has no other: the card takes it, knowingly.
export function OverdueDocument({ errors, onKeep }: OverdueDocumentProps) {
  const t = useT();
  if (!isOverdueOnly(errors)) return null;
  return (
    <Notice role="status" tone="wait" title={t('applicant.overdue')}>
      <Button size="xs" variant="default" mt={4} onClick={onKeep}>
        {t('applicant.overdueKeep')}
      </Button>
    </Notice>
  );
}

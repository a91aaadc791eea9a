// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { FieldError } from '@okno/forms-core/schema';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';

const codes = [
  'passport.replaced_at_20',
  'passport.replaced_at_45',
  'document.birth_certificate_after_14',
  'document.expired',
];

// Whether all that stands in the way is a document that is valid no more.
function isOverdueOnly(errors: FieldError[]): boolean {
  return errors.length > 0 && errors.every(({ code }) => codes.includes(code));
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

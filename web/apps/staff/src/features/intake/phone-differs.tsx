// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core';
import { toStored } from '@okno/forms-core/formats';
import type { Data } from '@okno/forms-core/schema';
import { phone } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { formOf } from './form-problems.ts';
import type { Application } from './queries.ts';

// The telephone that the form took from the card, when it was typed otherwise since.
export function otherPhone(application: Application): string | undefined {
  const known = application.applicant.phone;
  const form = application.form as Data;
  const [name] =
    Object.entries(formOf(application).properties ?? {}).find(([, field]) =>
      [field['x-prefill'] ?? []].flat().includes('applicant.phone'),
    ) ?? [];
  const typed = name === undefined ? undefined : form[name];
  if (!known || typeof typed !== 'string' || typed === '') return undefined;
  return toStored('phone', typed) === toStored('phone', known) ? undefined : typed;
}

type PhoneDiffersProps = { application: Application; onCard: () => void };

// The contact centre calls the number of the card: which of the two is right only the applicant knows.
export function PhoneDiffers({ application, onCard }: PhoneDiffersProps) {
  const t = useT();
  const typed = otherPhone(application);
  const known = application.applicant.phone;
  if (!typed || !known) return null;
  return (
    <Notice tone="wait" title={t('intake.otherPhone')}>
      <Text size="sm">
        {t('intake.otherPhone.text', { typed: phone(typed), known: phone(known) })}{' '}
        <Anchor component="button" type="button" size="sm" onClick={onCard}>
          {t('intake.otherPhone.card')}
        </Anchor>
      </Text>
    </Notice>
  );
}

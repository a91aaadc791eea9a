// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { longDate, shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import type { Registration } from './registration.ts';

export function RegistrationFacts({ registration }: { registration: Registration }) {
  const { t, language } = useLanguage();
  const { planned_date, planned_note } = registration;
  return (
    <LabelledValues
      narrow
      items={[
        { label: t('agency.service'), value: registration.service_name },
        {
          label: t('agency.planned'),
          value: planned_date && (
            <>
              {longDate(planned_date, language)}
              {planned_note && (
                <Text size="xs" c="dimmed">
                  {planned_note}
                </Text>
              )}
            </>
          ),
        },
        { label: t('agency.executor'), value: registration.executor?.name ?? t('agency.free') },
        { label: t('agency.unit'), value: registration.unit.name },
        { label: t('agency.center'), value: registration.center_name },
        { label: t('agency.centerNumber'), value: registration.center_number },
        { label: t('agency.received'), value: shortDateTime(registration.received_at, language) },
        {
          label: t('agency.signature'),
          value: <SignatureLine verdict={registration.signature} />,
        },
      ]}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { reworkDays, useReturnForRework } from './rework.ts';

export function ReworkDialog({ application, onClose }: CaseDialogProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const step = useReturnForRework(application);
  const { planned_date, days_left = reworkDays.most } = application;
  const [days, setDays] = useState(() => usualDays(days_left));
  return (
    <ReasonDialog
      of={application}
      name="rework"
      title={t('case.rework.title')}
      text={t('case.rework.text')}
      label={t('case.rework.reason')}
      action={t('case.rework.action')}
      required
      step={step}
      onSubmit={(reason) => step.mutateAsync({ reason, term_days: days })}
      onDone={() => {
        toast.done(t('case.rework.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <NumberInput
        label={t('case.rework.days')}
        w="12rem"
        min={reworkDays.least}
        max={reworkDays.most}
        clampBehavior="strict"
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value) || usualDays(days_left))}
      />
      {planned_date && days > days_left && (
        <Notice
          tone="wait"
          title={t('case.rework.late', { date: longDate(planned_date, language) })}
        />
      )}
    </ReasonDialog>
  );
}

// Not later than the service itself is due, as long as a day is left.
function usualDays(daysLeft: number) {
  return Math.max(reworkDays.least, Math.min(reworkDays.usual, daysLeft));
}

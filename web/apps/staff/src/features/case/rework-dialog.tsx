// SPDX-License-Identifier: Apache-2.0
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { reworkDays, useReturnForRework } from './rework.ts';

export function ReworkDialog({ application, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = useReturnForRework(application);
  const [days, setDays] = useState(reworkDays.usual);
  const send = (reason: string) =>
    step.mutate(
      { reason, term_days: days },
      {
        onSuccess: () => {
          toast.done(t('case.rework.done'));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('case.rework.title')}
      text={t('case.rework.text')}
      label={t('case.rework.reason')}
      action={t('case.rework.action')}
      required
      step={step}
      onSubmit={send}
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
        onChange={(value) => setDays(Number(value) || reworkDays.usual)}
      />
    </ReasonDialog>
  );
}

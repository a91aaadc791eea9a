// SPDX-License-Identifier: Apache-2.0
import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import { type RefusalGround, refusalGrounds, useRefuseIntake } from './intake-refusal.ts';
import { ReasonDialog } from './reason-dialog.tsx';

// No ground is chosen beforehand: it is what the applicant may complain of.
export function IntakeRefusalDialog({ application, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = useRefuseIntake(application);
  const [ground, setGround] = useState<RefusalGround>();
  const refuse = async (reason: string) => {
    if (ground) await step.mutateAsync({ ground, reason });
  };
  return (
    <ReasonDialog
      of={application}
      name="refuse"
      title={t('case.refuse.title')}
      text={t('case.refuse.text')}
      label={t('case.refuse.reason')}
      action={t('case.refuse.action')}
      required
      danger
      ready={ground !== undefined}
      step={step}
      onSubmit={refuse}
      onDone={() => {
        toast.done(t('case.refuse.done'));
        onClose();
      }}
      onClose={onClose}
      above={
        <Radio.Group
          label={t('case.refuse.ground')}
          value={ground ?? ''}
          onChange={(value) => setGround(value as RefusalGround)}
          required
        >
          <Stack gap="xs" mt="xs">
            {refusalGrounds.map((each) => (
              <Radio key={each} value={each} label={t(`case.refuse.ground.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
      }
    />
  );
}

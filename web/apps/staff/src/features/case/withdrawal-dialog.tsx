// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useWithdraw } from './withdrawal.ts';

export function WithdrawalDialog({ application, withdrawal, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = useWithdraw(application);
  return (
    <ReasonDialog
      of={application}
      name="withdraw"
      title={t('case.withdraw.title')}
      text={t('case.withdraw.text')}
      label={t('case.withdraw.reason')}
      action={t('case.withdraw.action')}
      required
      danger
      step={step}
      above={withdrawal?.(application)}
      onSubmit={(words) => step.mutateAsync(words)}
      onDone={() => {
        toast.done(t('case.withdraw.done'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import { useConsult } from './consultation.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export function ConsultationDialog({ application, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = useConsult(application);
  return (
    <ReasonDialog
      of={application}
      name="consult"
      title={t('case.consult.title')}
      text={t('case.consult.text')}
      label={t('case.consult.note')}
      action={t('case.consult.action')}
      step={step}
      onSubmit={(words) => step.mutateAsync(words)}
      onDone={() => {
        toast.done(t('case.consult.done'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

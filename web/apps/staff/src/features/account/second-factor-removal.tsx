// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { useRemoveSecondFactor } from './second-factor.ts';

export function SecondFactorRemoval({ onClose }: { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const remove = useRemoveSecondFactor();
  const submit = (password: string) =>
    remove.mutate(password, {
      onSuccess: () => {
        toast.done(t('account.factor.switchedOff'));
        onClose();
      },
    });
  return (
    <OwnPasswordForm
      action={t('account.factor.remove')}
      hint={t('account.factor.removeHint')}
      pointer="/password"
      danger
      change={remove}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

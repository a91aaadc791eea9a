// SPDX-License-Identifier: Apache-2.0
import { useBlocker } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';

// Asks before what was typed is lost; the tabs of the page itself keep it.
export function useLeaveGuard(dirty: boolean) {
  const t = useT();
  const confirm = useConfirm();
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      const leave = await confirm({
        title: t('types.leave.title'),
        text: t('types.leave.text'),
        action: t('types.leave'),
        danger: true,
      });
      return !leave;
    },
  });
}

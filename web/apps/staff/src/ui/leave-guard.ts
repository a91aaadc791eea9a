// SPDX-License-Identifier: Apache-2.0
import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';

type LeaveGuard = {
  dirty: boolean;
  // What will be lost.
  text: string;
  // The page keeps what was typed while its address only gets another search.
  keepsWithin?: boolean;
  // Set when it is saved: the step that follows is not asked about.
  released?: RefObject<boolean>;
};

// Asks before what was typed is lost.
export function useLeaveGuard({ dirty, text, keepsWithin, released }: LeaveGuard) {
  const t = useT();
  const confirm = useConfirm();
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: () => dirty && !released?.current,
    shouldBlockFn: async ({ current, next }) => {
      if (released?.current) return false;
      if (keepsWithin && current.pathname === next.pathname) return false;
      const leave = await confirm({
        title: t('leave.title'),
        text,
        action: t('leave'),
        danger: true,
      });
      return !leave;
    },
  });
}

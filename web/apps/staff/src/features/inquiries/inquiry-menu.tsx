// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core';
import { mdiCancel, mdiDeleteOutline, mdiDotsHorizontal } from '@mdi/js';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { useToast } from '@/ui/toast.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { actionOf, type Inquiry, useDelete } from './inquiry.ts';

// The rare steps: a draft thrown away, an inquiry given up.
export function InquiryMenu({ inquiry }: { inquiry: Inquiry }) {
  const t = useT();
  const [cancels, setCancels] = useState(false);
  const mayDelete = actionOf(inquiry, 'delete')?.allowed === true;
  const mayCancel = actionOf(inquiry, 'cancel')?.allowed === true && !mayDelete;
  const remove = useRemove(inquiry);
  if (!mayDelete && !mayCancel) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<Icon path={mdiDotsHorizontal} size={18} />}>
            {t('inquiry.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayCancel && (
            <Menu.Item
              color="red"
              leftSection={<Icon path={mdiCancel} size={18} />}
              onClick={() => setCancels(true)}
            >
              {t('inquiry.cancel')}
            </Menu.Item>
          )}
          {mayDelete && (
            <Menu.Item
              color="red"
              leftSection={<Icon path={mdiDeleteOutline} size={18} />}
              onClick={() => void remove()}
            >
              {t('inquiry.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {cancels && <CancelDialog inquiry={inquiry} onClose={() => setCancels(false)} />}
    </>
  );
}

function useRemove(inquiry: Inquiry) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const step = useDelete(inquiry);
  return async () => {
    const sure = await confirm({
      title: t('inquiry.delete.title'),
      text: t('inquiry.delete.text'),
      action: t('inquiry.delete'),
      danger: true,
    });
    if (!sure) return;
    step.mutate(undefined, {
      onSuccess: () => void navigate({ to: '/inquiries' }),
      onError: toast.failed,
    });
  };
}

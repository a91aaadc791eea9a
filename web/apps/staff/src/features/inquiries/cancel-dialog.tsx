// SPDX-License-Identifier: Apache-2.0
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type Inquiry, useCancel } from './inquiry.ts';

export function CancelDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const cancel = useCancel(inquiry);
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <FormDialog
      title={t('inquiry.cancel.title')}
      action={t('inquiry.cancel')}
      danger
      ready={words !== ''}
      step={cancel}
      onSubmit={() => cancel.mutateAsync(words)}
      onDone={() => {
        toast.done(t('inquiry.cancelled'));
        onClose();
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('inquiry.cancel.text')}</Text>
      <Textarea
        label={t('inquiry.cancel.reason')}
        autosize
        minRows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        data-autofocus
      />
    </FormDialog>
  );
}

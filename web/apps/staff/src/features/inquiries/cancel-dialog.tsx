// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type Inquiry, useCancel } from './inquiry.ts';

export function CancelDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const cancel = useCancel(inquiry);
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const submit = () =>
    cancel.mutate(words, {
      onSuccess: () => {
        toast.done(t('inquiry.cancelled'));
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={t('inquiry.cancel.title')} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words && !cancel.isPending) submit();
        }}
      >
        <Stack gap="sm">
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
          <ProblemAlert error={cancel.error} kept focus />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!words} loading={cancel.isPending}>
              {t('inquiry.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

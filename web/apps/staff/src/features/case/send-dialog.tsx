// SPDX-License-Identifier: Apache-2.0
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Application, ChecklistItem } from './application.ts';
import classes from './case-page.module.css';
import { useSend } from './sending.ts';
import { StepProblem } from './step-problem.tsx';

type SendDialogProps = {
  application: Application;
  // Documents the center has not asked for, and those the agency would not see.
  unasked: ChecklistItem[];
  unseen: ChecklistItem[];
  request?: (application: Application, item: ChecklistItem) => ReactNode;
  onClose: () => void;
};

// Before a case goes out with gaps that no rule forbids: which they are, and a way to close each. It may go all the same.
export function SendDialog({ application, unasked, unseen, request, onClose }: SendDialogProps) {
  const t = useT();
  const toast = useToast();
  const send = useSend(application);
  const go = () =>
    send.mutate(undefined, {
      onSuccess: () => {
        toast.done(t('case.send.done'));
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={t('case.send.title')} size="lg">
      <Stack gap="sm">
        {unasked.length > 0 && (
          <Notice tone="wait" title={t('case.send.unasked', { count: unasked.length })}>
            <Text size="sm">{t('case.send.unasked.text')}</Text>
            <ul className={classes.unasked}>
              {unasked.map((item) => (
                <li key={item.code}>
                  <Text size="sm">{item.title}</Text>
                  {request?.(application, item)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {unseen.length > 0 && (
          <Notice tone="wait" title={t('case.send.unseen', { count: unseen.length })}>
            <Text size="sm">{t('case.send.unseen.text')}</Text>
            <List size="sm">
              {unseen.map((item) => (
                <List.Item key={item.code}>{item.title}</List.Item>
              ))}
            </List>
          </Notice>
        )}
        <StepProblem error={send.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('case.send.back')}
          </Button>
          <Button onClick={go} loading={send.isPending}>
            {t('case.send.anyway')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

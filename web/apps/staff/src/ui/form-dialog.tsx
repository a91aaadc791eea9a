// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import { useOneAtATime } from '@/lib/one-at-a-time.ts';
import { ProblemAlert } from './problem-alert.tsx';

type FormDialogProps<Answer> = {
  title: string;
  size?: string;
  // A verb.
  action: string;
  icon?: ReactNode;
  danger?: boolean;
  // Whether all that the step wants is there; `hint` says beside the buttons what is not.
  ready?: boolean;
  hint?: ReactNode;
  step: { isPending: boolean; error: unknown };
  // Why it was refused, where that is more than the server's words.
  problem?: ReactNode;
  onSubmit: () => Promise<Answer>;
  // When it is done and the dialog is still open.
  onDone: (answer: Answer) => void;
  onClose: () => void;
  // Other words for «Отмена».
  back?: string;
  // Of a dialog without fields: where Enter goes at first.
  focus?: 'action' | 'back';
  // It can not be taken back: Enter in a field is no order.
  isFinal?: boolean;
  closeOnEscape?: boolean;
  children: ReactNode;
};

// A step that wants fields to be filled first. A click beside it does not close it, two clicks on its button are one.
export function FormDialog<Answer>(props: FormDialogProps<Answer>) {
  const { step, ready = true, focus, onClose } = props;
  const t = useT();
  const oneAtATime = useOneAtATime();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog above this one is within it for React, and its forms, too.
    if (event.target !== event.currentTarget || !ready || step.isPending) return;
    oneAtATime(props.onSubmit, props.onDone);
  };
  const holdEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={props.title}
      size={props.size}
      closeOnClickOutside={false}
      closeOnEscape={props.closeOnEscape}
    >
      <form onSubmit={submit} onKeyDown={props.isFinal ? holdEnter : undefined}>
        <Stack gap="sm">
          {props.children}
          {props.problem === undefined ? (
            <ProblemAlert error={step.error} kept focus />
          ) : (
            props.problem
          )}
          <Group justify="flex-end" gap="xs">
            {props.hint && (
              <Text size="sm" c="dimmed" flex={1} miw="10rem">
                {props.hint}
              </Text>
            )}
            <Button
              variant="default"
              onClick={onClose}
              data-autofocus={focus === 'back' || undefined}
            >
              {props.back ?? t('action.cancel')}
            </Button>
            <Button
              type="submit"
              color={props.danger ? 'red' : undefined}
              leftSection={props.icon}
              disabled={!ready}
              loading={step.isPending}
              data-autofocus={focus === 'action' || undefined}
            >
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

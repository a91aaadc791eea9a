// SPDX-License-Identifier: Apache-2.0
import { Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeptInput } from '@/lib/kept-input.ts';
import { FormDialog } from '@/ui/form-dialog.tsx';
import type { Application } from './application.ts';
import { StepProblem } from './step-problem.tsx';

type ReasonDialogProps = {
  // Whose words they are and for what: closed by mistake, the dialog has them again, until the case goes on.
  of: Application;
  name: string;
  title: string;
  // What will happen.
  text: string;
  label: string;
  // A verb.
  action: string;
  required?: boolean;
  danger?: boolean;
  // Whether what else the step wants (`children`) is there.
  ready?: boolean;
  step: { isPending: boolean; error: unknown };
  onSubmit: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  // Fields above and below the words.
  above?: ReactNode;
  children?: ReactNode;
};

// A step that wants words: why, or what was said.
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, label, action, required, danger, ready = true } = props;
  const { step, onSubmit, onDone, onClose } = props;
  const [reason, setReason] = useKeptInput(
    `case.${props.name}.${props.of.id}.${props.of.version}`,
    () => '',
  );
  const words = reason.trim();
  return (
    <FormDialog
      title={title}
      action={action}
      danger={danger}
      ready={ready && (!required || words !== '')}
      step={step}
      problem={<StepProblem error={step.error} />}
      onSubmit={() => onSubmit(words)}
      onDone={onDone}
      onClose={onClose}
    >
      <Text size="sm">{text}</Text>
      {props.above}
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required={required}
        data-autofocus
      />
      {props.children}
    </FormDialog>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useKeptInput } from '@/lib/kept-input.ts';
import { useT } from '@/lib/language.tsx';
import { useOneAtATime } from '@/lib/one-at-a-time.ts';
import { ActionButton } from '@/ui/action-button.tsx';
import { useToast } from '@/ui/toast.tsx';
import { actionOf } from './actions.ts';
import { CallNotes } from './call-notes.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import classes from './case-page.module.css';
import { thingsToHand } from './documents.ts';
import { useIssue } from './issue.ts';
import { AnswerToPrint, HandOver } from './issue-documents.tsx';
import { IssueRecipient } from './issue-recipient.tsx';
import { PrintReceipt, SignedReceipt } from './result-receipt.tsx';
import { StepProblem } from './step-problem.tsx';

// The hand-over of the result, in the order it is done at the counter.
export function IssueDialog({ application, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = useIssue(application);
  const oneAtATime = useOneAtATime();
  const [handed, setHanded] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useKeptInput(
    `case.issue.${application.id}.${application.version}`,
    () => '',
  );
  const issue = actionOf(application, 'issue');
  const things = thingsToHand(application, (count) => t('case.item.sheets', { count }));
  const kept = things.find(({ id }) => !handed.has(id));
  const whyNot = issue?.allowed
    ? kept && t('case.issue.notHanded', { title: kept.title })
    : issue?.why_not;
  const documents = things.filter(({ isDocument }) => isDocument).map(({ id }) => id);
  const send = () =>
    oneAtATime(
      () =>
        step.mutateAsync({
          documents: documents.filter((id) => handed.has(id)),
          note: note.trim() || undefined,
        }),
      () => {
        toast.done(t('case.issue.done'));
        onClose();
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('case.issue.title')}
      size="xl"
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <CallNotes application={application} />
        <ol className={classes.steps}>
          <li>
            <Text size="sm" mb="xs">
              {t('case.issue.identity')}
            </Text>
            <IssueRecipient application={application} />
          </li>
          <li>
            <AnswerToPrint application={application} />
          </li>
          <li>
            <PrintReceipt application={application} />
          </li>
          <li>
            <SignedReceipt application={application} />
          </li>
          <li>
            <Text size="sm" mb="xs">
              {things.length > 0 ? t('case.issue.hand') : t('case.issue.close')}
            </Text>
            <HandOver application={application} handed={handed} onChange={setHanded} />
            <Textarea
              mt="xs"
              label={t('case.issue.note')}
              autosize
              minRows={1}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </li>
        </ol>
        <StepProblem error={step.error} />
        <Group justify="flex-end" gap="xs">
          {whyNot && (
            <Text size="sm" c="dimmed" flex={1}>
              {whyNot}
            </Text>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <ActionButton
            allowed={whyNot === undefined}
            whyNot={whyNot}
            loading={step.isPending}
            onClick={send}
          >
            {t('case.issue.action')}
          </ActionButton>
        </Group>
      </Stack>
    </Modal>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { ActionButton } from '@/ui/action-button.tsx';
import { useToast } from '@/ui/toast.tsx';
import { actionOf } from './actions.ts';
import type { CaseDialogProps } from './case-dialog.tsx';
import classes from './case-page.module.css';
import { type IssuedTo, useIssue } from './issue.ts';
import { PrintReceipt, SignedReceipt } from './result-receipt.tsx';
import { StepProblem } from './step-problem.tsx';

// The hand-over of the result, in the order it is done at the counter.
export function IssueDialog({ application, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = useIssue(application);
  const [issuedTo, setIssuedTo] = useState<IssuedTo>('applicant');
  const [note, setNote] = useState('');
  const issue = actionOf(application, 'issue');
  const { applicant, representative } = application;
  const send = () =>
    step.mutate(
      { issued_to: issuedTo, note: note.trim() || undefined },
      {
        onSuccess: () => {
          toast.done(t('case.issue.done'));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('case.issue.title')}
      size="lg"
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <ol className={classes.steps}>
          <li>
            <Radio.Group
              label={t('case.issue.to')}
              description={t('case.issue.identity')}
              value={issuedTo}
              onChange={(value) => setIssuedTo(value as IssuedTo)}
            >
              <Stack gap="xs" mt="xs">
                <Radio
                  value="applicant"
                  label={t('case.issue.applicant', { name: applicant.display_name })}
                  description={applicant.masked_document}
                  data-autofocus
                />
                <Radio
                  value="representative"
                  label={t('case.issue.representative')}
                  description={representative?.authority ?? t('case.issue.authority')}
                />
              </Stack>
            </Radio.Group>
          </li>
          <li>
            <PrintReceipt application={application} />
          </li>
          <li>
            <SignedReceipt application={application} />
          </li>
          <li>
            <Text size="sm">{t('case.issue.hand')}</Text>
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
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <ActionButton
            allowed={issue?.allowed === true}
            whyNot={issue?.why_not}
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

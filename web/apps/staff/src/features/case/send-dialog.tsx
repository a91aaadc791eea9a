// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { beyondReach, unasked, withoutScan } from '@/lib/checklist-gaps.ts';
import { useT } from '@/lib/language.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { Titles } from '@/ui/titles.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Application, AskedAgencies, RequestSlot } from './application.ts';
import { Differing, Gap, Unasked, Waiting } from './send-gaps.tsx';
import { useSend } from './sending.ts';
import { StepProblem } from './step-problem.tsx';

type SendDialogProps = {
  application: Application;
  asked?: AskedAgencies;
  request?: RequestSlot;
  onClose: () => void;
};

// What goes out is signed and can not be taken back: what it is, and gaps that no rule forbids, each with a way to close it.
export function SendDialog({ application, asked, request, onClose }: SendDialogProps) {
  const t = useT();
  const toast = useToast();
  const send = useSend(application);
  const gaps = {
    unasked: asked ? unasked(application, asked) : [],
    waiting: asked?.waiting ?? [],
    differing: asked?.differing ?? [],
    beyond: asked ? beyondReach(application, asked) : [],
    unseen: withoutScan(application),
  };
  const signed = application.papers?.application !== 'outdated';
  const isWhole = signed && Object.values(gaps).every((gap) => gap.length === 0);
  return (
    <FormDialog
      title={t('case.send.title')}
      size="lg"
      action={isWhole ? t('case.send.sign') : t('case.send.anyway')}
      back={t('case.send.back')}
      focus={isWhole ? 'action' : 'back'}
      step={send}
      problem={<StepProblem error={send.error} />}
      onSubmit={() => send.mutateAsync()}
      onDone={() => {
        toast.done(t('case.send.done'));
        onClose();
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('case.send.text')}</Text>
      <WhatGoes application={application} />
      <PaperWarning papers={application.papers} also="unprinted" />
      <Unasked application={application} items={gaps.unasked} request={request} />
      <Waiting inquiries={gaps.waiting} />
      <Differing inquiries={gaps.differing} />
      <Gap name="beyond" count={gaps.beyond.length}>
        <Titles of={gaps.beyond} />
      </Gap>
      <Gap name="unseen" count={gaps.unseen.length}>
        <Titles of={gaps.unseen} />
      </Gap>
    </FormDialog>
  );
}

// Whose case goes where, with which documents.
function WhatGoes({ application }: { application: Application }) {
  const t = useT();
  const { applicant, service, checklist } = application;
  const seen = checklist.filter(({ documents }) => documents.length > 0);
  return (
    <LabelledValues
      items={[
        { label: t('case.send.service'), value: service.short_name },
        { label: t('case.agency.name'), value: service.agency.name },
        { label: t('case.applicant'), value: applicant.display_name },
        {
          label: t('case.send.documents'),
          value: seen.length > 0 ? <Titles of={seen} /> : t('case.send.documents.none'),
        },
      ]}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { beyondReach, unasked, withoutScan } from '@/lib/checklist-gaps.ts';
import { useT } from '@/lib/language.tsx';
import { Differs } from '@/ui/differs.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Notice } from '@/ui/notice.tsx';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { Titles } from '@/ui/titles.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Application, AskedAgencies, RequestSlot } from './application.ts';
import classes from './case-page.module.css';
import { ItemRequest } from './item-request.tsx';
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
        <Text size="sm">{t('case.send.text')}</Text>
        <WhatGoes application={application} />
        <PaperWarning papers={application.papers} also="unprinted" />
        {gaps.unasked.length > 0 && (
          <Notice tone="wait" title={t('case.send.unasked', { count: gaps.unasked.length })}>
            <Text size="sm">{t('case.send.unasked.text')}</Text>
            <ul className={classes.unasked}>
              {gaps.unasked.map((item) => (
                <li key={item.code}>
                  <Text size="sm">{item.title}</Text>
                  {request && (
                    <ItemRequest application={application} item={item} request={request} />
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {gaps.waiting.length > 0 && <Waiting inquiries={gaps.waiting} />}
        {gaps.differing.length > 0 && <Differing inquiries={gaps.differing} />}
        {gaps.beyond.length > 0 && (
          <Notice tone="wait" title={t('case.send.beyond', { count: gaps.beyond.length })}>
            <Text size="sm">{t('case.send.beyond.text')}</Text>
            <Titles of={gaps.beyond} />
          </Notice>
        )}
        {gaps.unseen.length > 0 && (
          <Notice tone="wait" title={t('case.send.unseen', { count: gaps.unseen.length })}>
            <Text size="sm">{t('case.send.unseen.text')}</Text>
            <Titles of={gaps.unseen} />
          </Notice>
        )}
        <StepProblem error={send.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={!isWhole || undefined}>
            {t('case.send.back')}
          </Button>
          <Button onClick={go} loading={send.isPending} data-autofocus={isWhole || undefined}>
            {isWhole ? t('case.send.sign') : t('case.send.anyway')}
          </Button>
        </Group>
      </Stack>
    </Modal>
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

function Waiting({ inquiries }: { inquiries: AskedAgencies['waiting'] }) {
  const t = useT();
  return (
    <Notice tone="wait" title={t('case.send.waiting', { count: inquiries.length })}>
      <Text size="sm">{t('case.send.waiting.text')}</Text>
      <List size="sm">
        {inquiries.map(({ id, title, addressee }) => (
          <List.Item key={id}>
            <TextLink to="/inquiries/$id" params={{ id }}>
              {title}
            </TextLink>
            {`, ${addressee}`}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}

function Differing({ inquiries }: { inquiries: AskedAgencies['differing'] }) {
  const t = useT();
  return (
    <Notice tone="wait" title={t('case.send.differs', { count: inquiries.length })}>
      <Text size="sm">{t('case.send.differs.text')}</Text>
      <List size="sm">
        {inquiries.map(({ id, title, differs }) => (
          <List.Item key={id}>
            <TextLink to="/inquiries/$id" params={{ id }}>
              {title}
            </TextLink>
            <Differs of={differs} />
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}

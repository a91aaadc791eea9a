// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { unasked } from '@/lib/checklist-gaps.ts';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { Notice } from '@/ui/notice.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { arrange, isFinished } from './actions.ts';
import type { Application, AskedAgencies } from './application.ts';
import { CallNotes } from './call-notes.tsx';
import classes from './case-page.module.css';

type NextStepProps = {
  application: Application;
  asked?: AskedAgencies;
  // Those it is or was in, for who packs.
  packages?: ReactNode;
};

// What to do now, and what stands in the way of it.
export function NextStep({ application, asked, packages }: NextStepProps) {
  const { t, language } = useLanguage();
  const session = useSession();
  const { status, rework, intake_refusal: refusal } = application;
  const { header } = arrange(application, session);
  const blocked = header.filter(({ allowed }) => !allowed);
  const isMine = header.some(({ action }) => action !== 'assign');
  const key = nextKey(application);
  // Where the papers of a result lie is said to everybody alike.
  const isForAll = key === 'awaitingOnPaper' || key === 'readyOnPaper';
  const words =
    !isMine && !isForAll && isOfOthers(status)
      ? t(`case.next.${status}.others`)
      : t(`case.next.${key}`);
  return (
    <Section title={t('case.next')}>
      <Stack gap="xs">
        <GivenBack application={application} />
        <Text size="sm">{words}</Text>
        {packages}
        {refusal && (
          <div>
            <Text size="sm" fw={600}>
              {t(`case.refuse.ground.${refusal.ground}`)}
            </Text>
            <Text size="sm">{refusal.reason}</Text>
          </div>
        )}
        {rework?.reason && status === 'rework' && (
          <div>
            <Text size="sm" fw={600}>
              {t('case.rework.toFix')}
            </Text>
            <Text size="sm">{rework.reason}</Text>
            {rework.until && (
              <Text size="sm" c="dimmed">
                {t('case.rework.until', { date: longDate(rework.until, language) })}
              </Text>
            )}
          </div>
        )}
        {status !== 'closed' && <CallNotes application={application} />}
        {blocked.map(({ action, why_not }) => (
          <Text key={action} size="sm">
            <Text span fw={600}>
              {t(`case.action.${action}`)}:
            </Text>{' '}
            {why_not}
          </Text>
        ))}
        {!isFinished(status) && <Gaps application={application} />}
        {['intake', 'processing', 'rework'].includes(status) && asked && (
          <Asked application={application} asked={asked} />
        )}
      </Stack>
    </Section>
  );
}

// A case that is back already comes back once more when the reason is put right.
const waysBack = ['sent_by_courier', 'in_agency', 'processing'];

// Why the agency has not taken the papers, or has given them back, as long as nothing else has happened since.
function GivenBack({ application: { status, history } }: { application: Application }) {
  const { language } = useLanguage();
  const last = history
    .filter(({ kind }) => kind === 'status')
    .reduce<(typeof history)[number] | undefined>(
      (latest, entry) => (latest && latest.at > entry.at ? latest : entry),
      undefined,
    );
  if (status !== 'processing' || !last?.from || !waysBack.includes(last.from)) return null;
  return (
    <Notice tone="bad" title={last.text}>
      <Text size="sm">{last.reason}</Text>
      <Text size="xs" c="dimmed">
        {longDate(last.at, language)}
      </Text>
    </Notice>
  );
}

// Some ends have two ways to them, and some ways are of paper.
function nextKey({ status, kind, decision, service, result_papers }: Application) {
  if (result_papers && status === 'awaiting_notice') return 'awaitingOnPaper';
  if (result_papers && status === 'ready_to_issue') return 'readyOnPaper';
  if (!service.electronic && status === 'processing') return 'processingOnPaper';
  if (!service.electronic && status === 'in_agency') return 'inAgencyOnPaper';
  if (status === 'closed' && kind === 'consultation') return 'consultation';
  return status === 'unclaimed' && decision ? 'uncollected' : status;
}

const ofOthers = [
  'draft',
  'intake',
  'processing',
  'rework',
  'delivery_on_demand',
  'awaiting_notice',
  'ready_to_issue',
] as const;

// Steps that this person can only wait for.
function isOfOthers(key: string): key is (typeof ofOthers)[number] {
  return (ofOthers as readonly string[]).includes(key);
}

// What other agencies have still to be asked for, and what they have not answered yet.
function Asked({ application, asked }: { application: Application; asked: AskedAgencies }) {
  const { t } = useLanguage();
  const { id } = application;
  const missing = unasked(application, asked).length;
  const waiting = asked.waiting.length;
  const differing = asked.differing.length;
  return (
    <>
      {missing > 0 && (
        <TextLink to="/cases/$id" params={{ id }} search={{ tab: 'documents' }} size="sm">
          {t('case.send.unasked', { count: missing })}
        </TextLink>
      )}
      {differing > 0 && (
        <TextLink to="/cases/$id" params={{ id }} search={{ tab: 'inquiries' }} size="sm">
          {t('case.send.differs', { count: differing })}
        </TextLink>
      )}
      {waiting > 0 && (
        <TextLink to="/cases/$id" params={{ id }} search={{ tab: 'inquiries' }} size="sm">
          {t('case.send.waiting', { count: waiting })}
        </TextLink>
      )}
    </>
  );
}

function Gaps({ application }: { application: Application }) {
  const { t } = useLanguage();
  const { id, checklist, form_errors } = application;
  const missing = checklist.filter((item) => item.missing);
  return (
    <>
      {form_errors.length > 0 && (
        <TextLink to="/cases/$id" params={{ id }} search={{ tab: 'application' }} size="sm">
          {t('case.formErrors', { count: form_errors.length })}
        </TextLink>
      )}
      {missing.length > 0 && (
        <div>
          <TextLink to="/cases/$id" params={{ id }} search={{ tab: 'documents' }} size="sm">
            {t('case.missing', { count: missing.length })}
          </TextLink>
          <ul className={classes.missing}>
            {missing.map((item) => (
              <Text key={item.code} component="li" size="sm">
                {item.title}
              </Text>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

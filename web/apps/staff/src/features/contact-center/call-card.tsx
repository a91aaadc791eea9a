// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text, Title } from '@mantine/core';
import { mdiPhone, mdiPhoneOffOutline } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { longDate, shortDate, shortDateTime } from '@/lib/dates.ts';
import { phone } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { CallReason } from './call-reason.tsx';
import { type Call, callQuery } from './calls.ts';
import classes from './calls-page.module.css';
import { OutcomeForm } from './outcome-form.tsx';

type CallCardProps = { call: Call; onRecorded: (call: Call) => void };

// One call: the number big, what to say, what came of it.
export function CallCard({ call, onRecorded }: CallCardProps) {
  const { t, language } = useLanguage();
  const mayRecord = useRight('calls.record');
  // The next person: the hands must not rest on a button that records a call of theirs.
  const card = useRef<HTMLElement>(null);
  const first = useRef(call.id);
  useEffect(() => {
    if (first.current !== call.id) {
      card.current?.scrollTo({ top: 0 });
      card.current?.focus();
    }
    first.current = call.id;
  }, [call.id]);
  return (
    <article ref={card} tabIndex={-1} className={classes.card} aria-label={call.applicant_name}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={2}>{call.applicant_name}</Title>
          <Phone number={call.phone} />
          {call.wrong_number && (
            <Text size="sm" c="orange.9">
              {t('calls.wrongNumber.known', {
                at: shortDate(call.wrong_number.at, language),
                by: call.wrong_number.by,
              })}
            </Text>
          )}
        </div>
        <CallReason call={call} />
      </Group>
      {call.text && (
        <section className={classes.speech} aria-label={t('calls.say')}>
          <Text size="xs" c="dimmed">
            {t('calls.say')}
          </Text>
          <Text size="lg">{call.opening}</Text>
          <CheckWords callId={call.id} />
          <Text size="lg">{call.text}</Text>
        </section>
      )}
      <LabelledValues
        items={[
          {
            label: t('calls.case'),
            value: (
              <TextLink to="/cases/$id" params={{ id: call.application_id }}>
                {call.number}
              </TextLink>
            ),
          },
          { label: t('calls.service'), value: call.service_name },
          {
            label: call.reason === 'result' ? t('calls.where') : t('calls.branch'),
            value: call.branch_name,
          },
          {
            label: t('calls.reworkUntil'),
            value: call.rework_until && longDate(call.rework_until, language),
          },
          { label: t('calls.since'), value: shortDateTime(call.since, language) },
          {
            label: t('calls.callBackAt'),
            value: call.call_back_at && shortDateTime(call.call_back_at, language),
          },
        ]}
      />
      {mayRecord && <OutcomeForm key={call.id} call={call} onRecorded={onRecorded} />}
      {call.attempts.length > 0 && (
        <section aria-label={t('calls.history')}>
          <Text size="sm" fw={600}>
            {t('calls.history')}
          </Text>
          {call.attempts.map((attempt) => (
            <Text key={attempt.at} size="sm">
              {shortDateTime(attempt.at, language)} · {attempt.by} ·{' '}
              {t(`calls.outcome.${attempt.outcome as 'reached'}`)}
              {attempt.note && ` · ${attempt.note}`}
            </Text>
          ))}
        </section>
      )}
    </article>
  );
}

// How to make sure that it is the applicant.
function CheckWords({ callId }: { callId: string }) {
  const { data, error, refetch } = useQuery(callQuery(callId));
  return (
    <>
      <Text size="sm" c="dimmed" role="note" mih="1.5em">
        {data?.check}
      </Text>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    </>
  );
}

function Phone({ number }: { number?: string }) {
  const { t } = useLanguage();
  if (!number) {
    return (
      <Text className={classes.noPhone}>
        <Icon path={mdiPhoneOffOutline} size={18} /> {t('calls.noPhone')}
      </Text>
    );
  }
  return (
    <Anchor href={`tel:${number}`} className={classes.phone}>
      <Icon path={mdiPhone} size={24} />
      {phone(number)}
    </Anchor>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Kbd, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { type CallOutcome, outcomes, useRecordAttempt } from './attempts.ts';
import { CallBackTime } from './call-back-time.tsx';
import type { Call } from './calls.ts';
import { isAsked, OutcomeQuestion } from './outcome-question.tsx';

type OutcomeFormProps = { call: Call; onRecorded: (call: Call) => void };

export function OutcomeForm({ call, onRecorded }: OutcomeFormProps) {
  const t = useT();
  const record = useRecordAttempt(call.id);
  const [note, setNote] = useState('');
  // An outcome that waits for a time or for a yes.
  const [chosen, setChosen] = useState<CallOutcome>();

  const save = (outcome: CallOutcome, callBackAt?: string) => {
    if (record.isPending) return;
    record.mutate(
      { outcome, note: note.trim() || undefined, call_back_at: callBackAt, phone: call.phone },
      {
        onSuccess: (recorded) => {
          setNote('');
          setChosen(undefined);
          onRecorded(recorded);
        },
      },
    );
  };
  const choose = (outcome: CallOutcome) => {
    if (record.isPending) return;
    if (outcome === 'call_back' || isAsked(outcome)) setChosen(outcome);
    else save(outcome);
  };
  const open = (outcome: CallOutcome) => outcome !== 'wrong_number' || call.phone !== undefined;
  const asked = chosen && isAsked(chosen) ? chosen : undefined;

  useHotkeys(
    t('calls.outcome'),
    outcomes.map((outcome, index) => ({
      keys: String(index + 1),
      title: t(`calls.outcome.${outcome}`),
      enabled: open(outcome),
      // A key that is held down was meant for the call before.
      run: (event: KeyboardEvent) => {
        if (!event.repeat) choose(outcome);
      },
    })),
  );

  return (
    <Stack gap="xs" role="group" aria-label={t('calls.outcome')}>
      <TextInput
        label={t('calls.note')}
        placeholder={t('calls.note.hint')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat && asked) save(asked);
        }}
      />
      <Group gap={6}>
        {outcomes.map((outcome, index) => (
          <Button
            key={outcome}
            px="sm"
            variant={outcome === 'reached' ? 'filled' : 'default'}
            rightSection={<Kbd size="xs">{index + 1}</Kbd>}
            loading={record.isPending && !asked && record.variables?.outcome === outcome}
            disabled={!open(outcome)}
            aria-keyshortcuts={String(index + 1)}
            aria-expanded={
              outcome === 'call_back' || isAsked(outcome) ? chosen === outcome : undefined
            }
            onClick={() => choose(outcome)}
          >
            {t(`calls.outcome.${outcome}`)}
          </Button>
        ))}
      </Group>
      {chosen === 'call_back' && (
        <CallBackTime
          onChoose={(moment) => save('call_back', moment)}
          onCancel={() => setChosen(undefined)}
        />
      )}
      {asked && (
        <OutcomeQuestion
          call={call}
          outcome={asked}
          loading={record.isPending}
          onYes={() => save(asked)}
          onNo={() => setChosen(undefined)}
        />
      )}
      <ProblemAlert error={record.error} kept focus />
    </Stack>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Kbd, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { type CallOutcome, outcomes, useRecordAttempt } from './attempts.ts';
import { CallBackTime } from './call-back-time.tsx';
import type { Call } from './calls.ts';

type OutcomeFormProps = { call: Call; onRecorded: (call: Call) => void };

export function OutcomeForm({ call, onRecorded }: OutcomeFormProps) {
  const t = useT();
  const record = useRecordAttempt(call.id);
  const [note, setNote] = useState('');
  const [asksTime, setAsksTime] = useState(false);

  const save = (outcome: CallOutcome, callBackAt?: string) => {
    if (record.isPending) return;
    record.mutate(
      { outcome, note: note.trim() || undefined, call_back_at: callBackAt },
      {
        onSuccess: (recorded) => {
          setNote('');
          setAsksTime(false);
          onRecorded(recorded);
        },
      },
    );
  };
  const choose = (outcome: CallOutcome) =>
    outcome === 'call_back' ? setAsksTime(true) : save(outcome);

  useHotkeys(
    t('calls.outcome'),
    outcomes.map((outcome, index) => ({
      keys: String(index + 1),
      title: t(`calls.outcome.${outcome}`),
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
      />
      <Group gap={6}>
        {outcomes.map((outcome, index) => (
          <Button
            key={outcome}
            px="sm"
            variant={outcome === 'reached' ? 'filled' : 'default'}
            rightSection={<Kbd size="xs">{index + 1}</Kbd>}
            loading={record.isPending && record.variables?.outcome === outcome}
            aria-keyshortcuts={String(index + 1)}
            aria-expanded={outcome === 'call_back' ? asksTime : undefined}
            onClick={() => choose(outcome)}
          >
            {t(`calls.outcome.${outcome}`)}
          </Button>
        ))}
      </Group>
      {asksTime && (
        <CallBackTime
          onChoose={(moment) => save('call_back', moment)}
          onCancel={() => setAsksTime(false)}
        />
      )}
      {!asksTime && (
        <Text size="xs" c="dimmed">
          {t(`calls.reached.${call.reason}`)}
        </Text>
      )}
      <ProblemAlert error={record.error} kept focus />
    </Stack>
  );
}

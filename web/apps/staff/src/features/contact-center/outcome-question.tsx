// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { phone } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import type { CallOutcome } from './attempts.ts';
import type { Call } from './calls.ts';

// What nobody takes back waits for Enter: a bare «1» may have been meant for something else.
const asked = ['reached', 'wrong_number'] as const;
export type AskedOutcome = (typeof asked)[number];

export function isAsked(outcome: CallOutcome): outcome is AskedOutcome {
  return asked.some((one) => one === outcome);
}

type OutcomeQuestionProps = {
  call: Call;
  outcome: AskedOutcome;
  loading: boolean;
  onYes: () => void;
  onNo: () => void;
};

// What will follow from the outcome; Enter records it, Esc does not.
export function OutcomeQuestion({ call, outcome, loading, onYes, onNo }: OutcomeQuestionProps) {
  const t = useT();
  const yes = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another outcome is another question
  useEffect(() => yes.current?.focus(), [outcome]);
  const follows =
    outcome === 'reached'
      ? t(`calls.reached.${call.reason}`)
      : t('calls.wrongNumber.follows', { phone: phone(call.phone ?? '') });
  return (
    <Group
      gap="xs"
      role="group"
      aria-label={t('calls.question', { outcome: t(`calls.outcome.${outcome}`) })}
      onKeyDown={(event) => event.key === 'Escape' && onNo()}
    >
      <Text size="sm" flex="1 1 16rem">
        {follows}
      </Text>
      <Button ref={yes} loading={loading} onClick={onYes}>
        {t('calls.question.yes', { outcome: t(`calls.outcome.${outcome}`) })}
      </Button>
      <Button variant="subtle" onClick={onNo}>
        {t('action.cancel')}
      </Button>
    </Group>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { SmevMessage } from './messages.ts';
import { type ResolutionAction, useResolve } from './resolve.ts';

function actionsFor({ direction, state }: SmevMessage): ResolutionAction[] {
  if (direction === 'incoming') return state === 'failed' ? ['process', 'drop'] : [];
  if (state === 'given_up') return ['repeat'];
  return state === 'waiting' || state === 'failed' ? ['repeat', 'give_up'] : [];
}

// What can not go on by itself is decided by hand, and why is written down.
export function ResolutionForm({ message }: { message: SmevMessage }) {
  const t = useT();
  const toast = useToast();
  const resolve = useResolve(message.id);
  const [reason, setReason] = useState('');
  const mayManage = useRight('exchange.manage');
  const actions = actionsFor(message);
  if (!mayManage || actions.length === 0) return null;
  const decide = (action: ResolutionAction) =>
    resolve.mutate(
      { action, reason: reason.trim() },
      {
        onSuccess: () => {
          toast.done(t('smev.decided'));
          setReason('');
        },
      },
    );
  return (
    <Section title={t('smev.decide')}>
      <Stack gap="xs">
        <ProblemAlert error={resolve.error} />
        <Textarea
          label={t('smev.decide.reason')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          {actions.map((action, index) => (
            <Button
              key={action}
              variant={index === 0 ? 'filled' : 'default'}
              loading={resolve.isPending && resolve.variables?.action === action}
              onClick={() => decide(action)}
            >
              {t(`smev.decide.${action}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Section>
  );
}

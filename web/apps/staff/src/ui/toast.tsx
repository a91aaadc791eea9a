// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { mdiAlertCircleOutline, mdiCheck } from '@mdi/js';
import { newIdempotencyKey } from '@okno/api';
import { useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { describeProblem } from '@/lib/problem-text.ts';
import { Icon } from './icon.tsx';

type Undo = { title: string; run: () => void };

function withUndo(text: string, undo: Undo | undefined, close: () => void) {
  if (!undo) return text;
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{text}</span>
      <Button
        size="compact-sm"
        variant="subtle"
        flex="none"
        onClick={() => {
          close();
          undo.run();
        }}
      >
        {undo.title}
      </Button>
    </Group>
  );
}

// Short notices in the corner. What needs a decision belongs into the page, not here.
export function useToast() {
  const t = useT();
  return useMemo(
    () => ({
      done(text: string, undo?: Undo) {
        const id = newIdempotencyKey();
        notifications.show({
          id,
          color: 'teal.9',
          icon: <Icon path={mdiCheck} size={18} />,
          message: withUndo(text, undo, () => notifications.hide(id)),
          autoClose: undo ? 10_000 : 5_000,
        });
      },
      failed(error: unknown) {
        const text = describeProblem(error, t);
        notifications.show({
          color: 'red.8',
          icon: <Icon path={mdiAlertCircleOutline} size={18} />,
          // There are no fields beside a notice: what is wrong with them is the message itself.
          title: text.fields.map((field) => field.title).join(' ') || text.title,
          message: (
            <>
              {text.detail}
              {text.code && (
                <Text size="xs" c="dimmed">
                  {t('problem.code', { code: text.code })}
                </Text>
              )}
            </>
          ),
          autoClose: 12_000,
        });
      },
    }),
    [t],
  );
}

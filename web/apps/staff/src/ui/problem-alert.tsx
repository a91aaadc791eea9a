// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { ProblemError } from '@okno/api/problem';
import { useEffect, useRef } from 'react';
import { useT } from '@/lib/language.tsx';
import { describeProblem } from '@/lib/problem-text.ts';
import { Notice } from './notice.tsx';

type ProblemAlertProps = {
  error: unknown;
  // Something was typed and stays on the screen: say so when the server is silent.
  kept?: boolean;
  onRetry?: () => void;
  // Takes the focus when it appears: after a button that did not work.
  focus?: boolean;
  // Where a wrong field is, for a list of them.
  nameOf?: (pointer: string) => string;
  // To the field, where the page can go there.
  onGo?: (pointer: string) => void;
};

// A right that is missing will be missing the next time too, and so will what there is not.
function maySucceed(error: unknown) {
  return !(error instanceof ProblemError && (error.status === 403 || error.status === 404));
}

// What happened, what was kept, what to do next; the code small, for support.
export function ProblemAlert({ error, kept, onRetry, focus, nameOf, onGo }: ProblemAlertProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus && error) box.current?.focus();
  }, [focus, error]);
  if (!error) return null;
  const text = describeProblem(error, t, { kept });

  return (
    <Notice ref={box} role="alert" tone="bad" title={text.title}>
      {text.detail && <Text size="sm">{text.detail}</Text>}
      {text.fields.length > 0 && (
        <List size="sm" mt={4}>
          {text.fields.map(({ pointer, title }) => {
            const line = nameOf ? `${nameOf(pointer)}: ${title}` : title;
            return (
              <List.Item key={pointer}>
                {onGo ? (
                  <Anchor component="button" type="button" size="sm" onClick={() => onGo(pointer)}>
                    {line}
                  </Anchor>
                ) : (
                  line
                )}
              </List.Item>
            );
          })}
        </List>
      )}
      <Group justify="space-between" mt={text.detail || onRetry ? 8 : 0}>
        {text.code && (
          <Text size="xs" c="dimmed">
            {t('problem.code', { code: text.code })}
          </Text>
        )}
        {onRetry && maySucceed(error) && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </Group>
    </Notice>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { mdiPhoneReturnOutline } from '@mdi/js';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { recently } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { CallReason } from './call-reason.tsx';
import type { Call } from './calls.ts';
import classes from './calls-page.module.css';

type CallListProps = { calls: Call[]; chosen?: string; onChoose: (id: string) => void };

// Whom to call: one tab stop, arrows choose.
export function CallList({ calls, chosen, onChoose }: CallListProps) {
  const { t, language } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const index = calls.findIndex(({ id }) => id === chosen);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (chosen) return;
    list.current?.scrollTo({ top: 0 });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && calls[Math.max(0, Math.min(calls.length - 1, index + step))];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
  };

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={t('calls.list')}
      aria-activedescendant={chosen ? `call-${chosen}` : undefined}
      className={classes.list}
      onKeyDown={onKeyDown}
    >
      {calls.map((call) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrows on the list choose
        <div
          key={call.id}
          id={`call-${call.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={call.id === chosen}
          className={classes.item}
          onClick={() => onChoose(call.id)}
        >
          <Text size="sm" fw={600} truncate>
            {call.applicant_name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {call.number} · {call.service_name}
          </Text>
          <div className={classes.itemFoot}>
            <CallReason call={call} />
            <Text size="xs" c="dimmed" component="span">
              {call.attempts.length > 0 && t('calls.attempts', { count: call.attempts.length })}
            </Text>
            {call.call_back_at && (
              <Text size="xs" component="span" className={classes.callBack}>
                <Icon path={mdiPhoneReturnOutline} size={14} />
                {recently(call.call_back_at, language, new Date())}
              </Text>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

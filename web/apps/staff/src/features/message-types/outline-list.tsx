// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Group, Text } from '@mantine/core';
import { mdiArrowDown, mdiArrowUp, mdiEyeOffOutline } from '@mdi/js';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import classes from './message-types.module.css';
import type { OutlineLine } from './outline.ts';

type OutlineListProps = {
  label: string;
  lines: OutlineLine[];
  chosen?: OutlineLine;
  onChoose: (path: string) => void;
  // Absent: the order may not be changed.
  onMove?: (line: OutlineLine, step: -1 | 1) => void;
};

// One tab stop: arrows, Home and End choose, with Alt they move the field among its neighbours.
export function OutlineList({ label, lines, chosen, onChoose, onMove }: OutlineListProps) {
  const t = useT();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = chosen ? lines.indexOf(chosen) : -1;
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (event.altKey && step && chosen) onMove?.(chosen, step);
    else {
      const target =
        event.key === 'Home' ? 0 : event.key === 'End' ? lines.length - 1 : step && at + step;
      const line = target === undefined ? undefined : lines[target];
      if (target === undefined) return;
      if (line) onChoose(line.path);
    }
    event.preventDefault();
  };

  const movable = onMove && chosen && chosen.names.length > 1;
  return (
    <>
      {onMove && (
        <Group gap={4} mb={4}>
          {([-1, 1] as const).map((step) => (
            <ActionIcon
              key={step}
              variant="default"
              aria-label={step < 0 ? t('types.up') : t('types.down')}
              aria-keyshortcuts={step < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
              disabled={!movable}
              onClick={() => chosen && onMove(chosen, step)}
            >
              <Icon path={step < 0 ? mdiArrowUp : mdiArrowDown} size={16} />
            </ActionIcon>
          ))}
          <Text size="xs" c="dimmed">
            {t('types.order.hint')}
          </Text>
        </Group>
      )}
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        className={classes.outline}
        onKeyDown={onKeyDown}
      >
        {lines.map((line, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
          <div
            key={line.path}
            id={`${id}-${index}`}
            role="option"
            aria-selected={line === chosen}
            className={classes.option}
            data-out={line.outOfForm || undefined}
            data-group={line.field?.properties || line.field?.items ? true : undefined}
            style={{ paddingLeft: `${0.5 + line.depth * 1}rem` }}
            title={line.path}
            onClick={() => onChoose(line.path)}
          >
            <span>{line.label}</span>
            {line.outOfForm && <Icon path={mdiEyeOffOutline} size={14} title={t('types.hidden')} />}
          </div>
        ))}
      </div>
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Loader, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { mdiCalendarBlankOutline } from '@mdi/js';
import { isDay, showDay } from '@okno/forms-core/dates';
import { lazy, Suspense, useRef, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { useMask, useShownText } from '@/ui/use-mask.ts';

const DayCalendar = lazy(() => import('./day-calendar.tsx'));

type DayInputProps = Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'type' | 'rightSection'
> & {
  // "2026-11-23", or what is typed of a day so far.
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  // First and last day that the calendar offers; what is typed is judged by the form.
  least?: string;
  most?: string;
};

const mask = '##.##.####';

// A whole date as a day, the rest as it stands.
function read(text: string): string | undefined {
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return (day ? `${day[3]}-${day[2]}-${day[1]}` : text) || undefined;
}

// A day as it is written here, whatever the language of the browser: typed as 23.11.2026 or chosen from a calendar.
export function DayInput({ value, onChange, least, most, ...field }: DayInputProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const text = value && isDay(value) ? showDay(value) : (value ?? '');
  const report = (typed: string) => onChange(read(typed));
  useMask(input, mask, report);
  useShownText(input, text);
  const choose = (day: string) => {
    onChange(day);
    setOpened(false);
    if (!input.current) return;
    input.current.value = showDay(day);
    input.current.focus();
  };
  const isLocked = field.readOnly || field.disabled;

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      returnFocus
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...field}
          placeholder={field.placeholder ?? t('day.placeholder')}
          ref={input}
          defaultValue={text}
          inputMode="numeric"
          autoComplete="off"
          aria-keyshortcuts="Alt+ArrowDown"
          onChange={(event) => report(event.currentTarget.value)}
          // Going into the calendar is no leaving of the field.
          onBlur={(event) => {
            if (!opened) field.onBlur?.(event);
          }}
          onKeyDown={(event) => {
            if (!event.altKey || event.key !== 'ArrowDown' || isLocked) return;
            event.preventDefault();
            setOpened(true);
          }}
          rightSection={
            isLocked ? undefined : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                // Alt+↓ opens it from the field: the way by Tab goes from field to field.
                tabIndex={-1}
                aria-label={t('day.calendar')}
                onClick={() => setOpened((before) => !before)}
              >
                <Icon path={mdiCalendarBlankOutline} size={18} />
              </ActionIcon>
            )
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('day.calendar')}>
        <Suspense fallback={<Loader size="sm" />}>
          <DayCalendar
            day={value && isDay(value) ? value : undefined}
            least={least}
            most={most}
            onChoose={choose}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

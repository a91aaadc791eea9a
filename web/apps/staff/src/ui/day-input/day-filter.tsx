// SPDX-License-Identifier: Apache-2.0
import type { TextInputProps } from '@mantine/core';
import { isDay } from '@okno/forms-core/dates';
import { useEffect, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { DayInput } from './day-input.tsx';

type DayFilterProps = Pick<
  TextInputProps,
  'w' | 'aria-label' | 'leftSection' | 'leftSectionWidth' | 'leftSectionProps'
> & { value: string | undefined; onChange: (day: string | undefined) => void };

// A day to filter by: a whole one or none goes on, a half-typed one waits.
export function DayFilter({ value, onChange, ...field }: DayFilterProps) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const isWhole = typed?.length === 10;
  return (
    <DayInput
      {...field}
      size="xs"
      value={typed}
      error={isWhole && typed && !isDay(typed) ? t('error.field.date') : undefined}
      onChange={(next) => {
        setTyped(next);
        if (next === undefined || isDay(next)) onChange(next);
      }}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { limitDay, showDay } from '@okno/forms-core/dates';
import { FORMATS, showInMask, toStored } from '@okno/forms-core/formats';
import type { Field, Value } from '@okno/forms-core/schema';
import { useRef } from 'react';
import { today } from '@/lib/dates.ts';
import { capitalized } from '@/lib/format.ts';
import { DayInput } from '@/ui/day-input/day-input.tsx';
import { useMask, useShownText } from '@/ui/use-mask.ts';
import type { FieldProps } from './field.tsx';
import { placeholderOf, useFormState } from './form-context.ts';

type InputProps = Pick<
  TextInputProps,
  'id' | 'label' | 'description' | 'error' | 'required' | 'readOnly' | 'onBlur'
>;
export type TypedProps = FieldProps & { common: InputProps };

export function maskOf(field: Field): string | undefined {
  // A phone may be a foreign one, which the mask would spoil; it is laid out when the field is left.
  if (field.format === 'phone') return undefined;
  return field['x-mask'] ?? FORMATS[field.format ?? '']?.mask;
}

function shown(field: Field, value: Value | undefined): string {
  if (typeof value !== 'string') return value === undefined || value === null ? '' : String(value);
  const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):00$/.exec(value);
  if (field.format === 'date_time' && moment?.[1]) return `${showDay(moment[1])} ${moment[2]}`;
  if (field.format === 'time' && /^\d{2}:\d{2}:00$/.test(value)) return value.slice(0, 5);
  if (field.format === 'decimal') return value.replace('.', ',');
  return showInMask(field['x-mask'] ?? FORMATS[field.format ?? '']?.mask, value);
}

export function DayField({ field, value, onChange, common }: TypedProps) {
  const { t } = useFormState();
  const limit = (text?: string) => (text ? limitDay(text, today()) : undefined);
  return (
    <DayInput
      {...common}
      placeholder={placeholderOf(field, t)}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
      least={limit(field['x-min-date'])}
      most={limit(field['x-max-date'])}
    />
  );
}

export function LineInput({ field, value, onChange, common }: TypedProps) {
  const { t } = useFormState();
  const input = useRef<HTMLInputElement>(null);
  const mask = maskOf(field);
  const text = shown(field, value);
  const report = (typed: string) => onChange(typed || undefined);
  useMask(input, mask, report);
  useShownText(input, text);
  const digits = mask !== undefined && /^[#\s.+\-:]+$/.test(mask);
  return (
    <TextInput
      {...common}
      ref={input}
      defaultValue={text}
      inputMode={digits ? 'numeric' : field.format === 'phone' ? 'tel' : undefined}
      placeholder={placeholderOf(field, t)}
      rightSection={field['x-suffix'] ? <span>{field['x-suffix']}</span> : undefined}
      rightSectionWidth={field['x-suffix'] ? suffixWidth(field['x-suffix']) : undefined}
      autoComplete="off"
      onChange={(event) => report(event.currentTarget.value)}
      onBlur={(event) => {
        const stored = tidy(field, event.currentTarget.value.trim());
        if (stored !== event.currentTarget.value.trim() && isName(field)) onChange(stored);
        event.currentTarget.value = shown(field, stored);
        common.onBlur?.(event);
      }}
    />
  );
}

function isName(field: Field) {
  return field.format === 'person_name';
}

// A name of one word gets its capital; of several words («фон Берг») the person knows better.
function tidy(field: Field, text: string) {
  const stored = toStored(field.format, text);
  return isName(field) && !stored.includes(' ') ? capitalized(stored) : stored;
}

export function LongInput({ field, value, onChange, common }: TypedProps) {
  const { t } = useFormState();
  const { onBlur, ...rest } = common;
  return (
    <Textarea
      {...rest}
      autosize
      // An address is one line, however long: Enter goes on.
      data-line={field['x-widget'] === 'address' || undefined}
      minRows={2}
      maxRows={8}
      placeholder={placeholderOf(field, t)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      onBlur={() => onBlur?.(undefined as never)}
    />
  );
}

function suffixWidth(suffix = '') {
  return `${Math.max(3, suffix.length * 0.6 + 1)}rem`;
}

// Roubles on the screen, kopecks in the data; other numbers as they are. Half-typed text is kept as text.
export function NumberField({ field, value, onChange, common }: TypedProps) {
  const { t } = useFormState();
  const isMoney = field['x-widget'] === 'money';
  const input = useRef<HTMLInputElement>(null);
  const text =
    typeof value === 'number'
      ? String(isMoney ? value / 100 : value).replace('.', ',')
      : typeof value === 'string'
        ? value
        : '';
  useShownText(input, text);
  const read = (raw: string): Value | undefined => {
    const plain = raw.replace(/[\s\u00a0]/g, '').replace(',', '.');
    if (plain === '') return undefined;
    if (!/^-?\d+(\.\d+)?$/.test(plain)) return raw;
    return isMoney ? Math.round(Number(plain) * 100) : Number(plain);
  };
  return (
    <TextInput
      {...common}
      ref={input}
      defaultValue={text}
      inputMode="decimal"
      placeholder={placeholderOf(field, t)}
      rightSection={isMoney ? '₽' : field['x-suffix']}
      rightSectionWidth={suffixWidth(isMoney ? '₽' : field['x-suffix'])}
      autoComplete="off"
      onChange={(event) => onChange(read(event.currentTarget.value))}
    />
  );
}

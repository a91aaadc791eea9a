// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { isDay, showDay } from '@okno/forms-core/dates';
import { FORMATS, showInMask, toStored } from '@okno/forms-core/formats';
import type { Field, Value } from '@okno/forms-core/schema';
import { MaskInput } from 'maska';
import { useEffect, useRef } from 'react';
import type { FieldProps } from './field.tsx';
import { useFormState } from './form-context.ts';

type InputProps = Pick<
  TextInputProps,
  'id' | 'label' | 'description' | 'error' | 'required' | 'readOnly' | 'onBlur'
>;
export type TypedProps = FieldProps & { common: InputProps };

const dateMask = '##.##.####';

export function maskOf(field: Field): string | undefined {
  // A phone may be a foreign one, which the mask would spoil; it is laid out when the field is left.
  if (field.format === 'phone') return undefined;
  return field.format === 'date'
    ? dateMask
    : (field['x-mask'] ?? FORMATS[field.format ?? '']?.mask);
}

function shown(field: Field, value: Value | undefined): string {
  if (typeof value !== 'string') return value === undefined || value === null ? '' : String(value);
  if (field.format === 'date') return isDay(value) ? showDay(value) : value;
  const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):00$/.exec(value);
  if (field.format === 'date_time' && moment?.[1]) return `${showDay(moment[1])} ${moment[2]}`;
  if (field.format === 'time' && /^\d{2}:\d{2}:00$/.test(value)) return value.slice(0, 5);
  if (field.format === 'decimal') return value.replace('.', ',');
  return showInMask(field['x-mask'] ?? FORMATS[field.format ?? '']?.mask, value);
}

// What is typed, in the form it is kept in while typing: a whole date as a day, the rest as it stands.
function typed(field: Field, text: string): Value | undefined {
  if (text === '') return undefined;
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return field.format === 'date' && day ? `${day[3]}-${day[2]}-${day[1]}` : text;
}

// Uncontrolled, so that a mask can move the caret; a change from outside is written in when the field is not in use.
export function LineInput({ field, value, onChange, common }: TypedProps) {
  const { t } = useFormState();
  const input = useRef<HTMLInputElement>(null);
  const mask = maskOf(field);
  const report = useRef<(text: string) => void>(() => undefined);
  useEffect(() => {
    report.current = (text) => onChange(typed(field, text));
  });
  useEffect(() => {
    const element = input.current;
    if (!mask || !element) return;
    // The mask writes the value before React looks at it, so React hears of no change: the mask tells it.
    const onMaska = ({ masked: text }: { masked: string }) => {
      if (element === document.activeElement) report.current(text);
    };
    const masked = new MaskInput(element, { mask, onMaska });
    return () => masked.destroy();
  }, [mask]);
  const text = shown(field, value);
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement && element.value !== text)
      element.value = text;
  }, [text]);
  const digits = mask !== undefined && /^[#\s.+\-:]+$/.test(mask);
  return (
    <TextInput
      {...common}
      ref={input}
      defaultValue={text}
      inputMode={digits ? 'numeric' : field.format === 'phone' ? 'tel' : undefined}
      placeholder={
        field['x-placeholder'] ?? (field.format === 'date' ? t('form.datePlaceholder') : undefined)
      }
      rightSection={field['x-suffix'] ? <span>{field['x-suffix']}</span> : undefined}
      rightSectionWidth={field['x-suffix'] ? 48 : undefined}
      autoComplete="off"
      onChange={(event) => onChange(typed(field, event.currentTarget.value))}
      onBlur={(event) => {
        const stored = toStored(field.format, event.currentTarget.value.trim());
        if (field.format !== 'date') event.currentTarget.value = shown(field, stored);
        common.onBlur?.(event);
      }}
    />
  );
}

export function LongInput({ field, value, onChange, common }: TypedProps) {
  const { onBlur, ...rest } = common;
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={8}
      placeholder={field['x-placeholder']}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      onBlur={() => onBlur?.(undefined as never)}
    />
  );
}

// Roubles on the screen, kopecks in the data; other numbers as they are. Half-typed text is kept as text.
export function NumberField({ field, value, onChange, common }: TypedProps) {
  const isMoney = field['x-widget'] === 'money';
  const input = useRef<HTMLInputElement>(null);
  const text =
    typeof value === 'number'
      ? String(isMoney ? value / 100 : value).replace('.', ',')
      : typeof value === 'string'
        ? value
        : '';
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement && element.value !== text)
      element.value = text;
  }, [text]);
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
      placeholder={field['x-placeholder']}
      rightSection={isMoney ? '₽' : field['x-suffix']}
      rightSectionWidth={48}
      autoComplete="off"
      onChange={(event) => onChange(read(event.currentTarget.value))}
    />
  );
}

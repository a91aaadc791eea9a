// SPDX-License-Identifier: Apache-2.0
import { exampleOf } from '@okno/forms-core/example';
import type { Field, FieldError } from '@okno/forms-core/schema';
import { type Russian, ru } from '@okno/i18n/ru';
import { createContext, useContext } from 'react';
import type { Language, MessageKey, T } from '@/lib/language.tsx';

export type FormState = {
  language: Language;
  t: T;
  // Wrong fields that are to be shown, by pointer.
  errors: ReadonlyMap<string, FieldError>;
  readOnly: boolean;
  // The person left the field: from now on its error is shown.
  touch: (pointer: string) => void;
  // A row was added just now: nothing of it is wrong before it is left or the person tries to go on.
  begin: (pointer: string) => void;
  idOf: (pointer: string) => string;
};

export const FormContext = createContext<FormState | undefined>(undefined);

export function useFormState(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('a field outside a form');
  return state;
}

export function labelOf(field: Field, language: Language): string {
  return (language === 'en' && field['x-title-en']) || field.title;
}

export function descriptionOf(field: Field, language: Language): string | undefined {
  return (language === 'en' && field['x-description-en']) || field.description;
}

// What the empty field shows: an example must not look like an answer.
export function placeholderOf(field: Field, t: T): string | undefined {
  const example = field['x-placeholder'];
  return example && t('form.example', { example });
}

// Of one row: «Ребёнок».
export function itemTitleOf(field: Field, language: Language): string | undefined {
  return (language === 'en' && field['x-item-title-en']) || field['x-item-title'];
}

export function choicesOf(field: Field, language: Language): { value: string; label: string }[] {
  const titles = {
    ...field['x-enum-titles'],
    ...(language === 'en' ? field['x-enum-titles-en'] : {}),
  };
  return (field.enum ?? []).map((value) => ({ value, label: titles[value] ?? value }));
}

// The field that a pointer leads to.
export function fieldAt(schema: Field, pointer: string): Field | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Field | undefined>((field, step) => field?.items ?? field?.properties?.[step], schema);
}

// The words of a code of docs/forms.md, with an example of how it should be written; of another code those of the server,
// which knows it. A code itself is never shown.
export function errorText({ code, detail, title }: FieldError, t: T, field?: Field): string {
  const example = code === 'field.pattern' && field ? exampleOf(field) : undefined;
  if (example) return t('error.field.pattern.like', { example });
  if (code === 'field.type' && field) {
    const key = numberKey(field);
    if (key) return t(key);
  }
  if (code === 'field.required' && field) {
    const key = absentKey(field);
    if (key) return t(key);
  }
  const isFewRows = code === 'field.too_few' && field?.items?.type === 'object';
  if (isFewRows) return t('error.field.too_few.rows', { detail: detail ?? '' });
  const key = `error.${code}` as MessageKey;
  if (!(key in (ru as Russian))) return title || t('error.other');
  return (t as (key: MessageKey, values: { detail: string }) => string)(key, {
    detail: limitText(detail ?? '', field),
  });
}

function absentKey(field: Field) {
  if (field.type === 'array')
    return field.items?.type === 'object'
      ? 'error.field.required.rows'
      : 'error.field.required.choice';
  if (field.type === 'boolean') return 'error.field.required.yesNo';
  return field.enum !== undefined ? 'error.field.required.choice' : undefined;
}

function numberKey(field: Field) {
  if (field['x-widget'] === 'money') return 'error.field.type.money';
  if (field.type === 'integer') return 'error.field.type.integer';
  return field.type === 'number' ? 'error.field.type.number' : undefined;
}

// A limit of a number as people write it: «1 000 000 ₽», «200 м²».
function limitText(detail: string, field?: Field): string {
  const isNumber = field && (field.type === 'integer' || field.type === 'number');
  if (!isNumber || !/^-?\d+(\.\d+)?$/.test(detail)) return detail;
  const unit = field['x-widget'] === 'money' ? '₽' : field['x-suffix'];
  const text = new Intl.NumberFormat('ru-RU').format(Number(detail));
  return [text, unit].filter(Boolean).join('\u00a0');
}

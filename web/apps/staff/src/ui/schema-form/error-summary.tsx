// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, List } from '@mantine/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import type { Field, FieldError, FormSchema } from '@okno/forms-core/schema';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { errorText, fieldAt, itemTitleOf, labelOf } from './form-context.ts';
import { fieldId } from './schema-form.tsx';

type ErrorSummaryProps = {
  title: string;
  schema: FormSchema;
  errors: FieldError[];
  idPrefix: string;
  // How often the person has tried to go on: each time the first wrong field takes the focus. Errors that come and go
  // while somebody types take nothing.
  attempts: number;
  // The server's refusal of an attempt, when it has come.
  refusal?: unknown;
  // Where somebody was sent to from elsewhere.
  goTo?: { pointer: string };
  // What to do about them, under the list.
  children?: ReactNode;
};

// All wrong fields as links on top of the form.
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title, schema, errors, idPrefix, attempts, refusal, goTo, children } = props;
  const { language, t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const go = useEffectEvent((pointer = errors[0]?.pointer) => {
    if (pointer !== undefined && !focusField(idPrefix, pointer)) box.current?.focus();
  });
  useEffect(() => {
    if (attempts > 0) go();
  }, [attempts]);
  useEffect(() => {
    if (refusal) go();
  }, [refusal]);
  useEffect(() => {
    if (goTo) go(goTo.pointer);
  }, [goTo]);
  if (errors.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      title={title}
      icon={<Icon path={mdiAlertCircleOutline} />}
    >
      <List size="sm">
        {errors.map((error) => (
          <List.Item key={`${error.pointer} ${error.code}`}>
            <Anchor
              href={`#${fieldId(idPrefix, error.pointer)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(idPrefix, error.pointer);
              }}
            >
              {fieldTitle(schema, error.pointer, language)}
            </Anchor>
            {`: ${errorText(error, t, fieldAt(schema, error.pointer))}`}
          </List.Item>
        ))}
      </List>
      {children}
    </Alert>
  );
}

// False when the field is not on the screen or can not take it.
function focusField(idPrefix: string, pointer: string): boolean {
  const field = document.getElementById(fieldId(idPrefix, pointer));
  field?.focus();
  return field !== null && field === document.activeElement;
}

// «Ребёнок 2 — Фамилия»
export function fieldTitle(schema: FormSchema, pointer: string, language: 'ru' | 'en'): string {
  const titles: string[] = [];
  let field: Field | undefined = schema;
  const steps = pointer.split('/').slice(1);
  for (const [at, step] of steps.entries()) {
    if (field?.type === 'array') {
      titles.push(`${itemTitleOf(field, language) ?? ''} ${Number(step) + 1}`.trim());
      field = field.items;
    } else {
      field = field?.properties?.[step];
      // Rows are named by their own title, unless it is the list itself that is wrong.
      const isList = field?.type === 'array' && at < steps.length - 1;
      if (field && !isList) titles.push(labelOf(field, language));
    }
  }
  return titles.join(' — ') || pointer;
}

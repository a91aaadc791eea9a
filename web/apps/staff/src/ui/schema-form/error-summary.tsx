// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, List } from '@mantine/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import type { Field, FieldError, FormSchema } from '@okno/forms-core/schema';
import { useEffect, useRef } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { errorText, labelOf } from './form-context.ts';
import { fieldId } from './schema-form.tsx';

type ErrorSummaryProps = {
  title: string;
  schema: FormSchema;
  errors: FieldError[];
  idPrefix: string;
};

// All wrong fields as links on top of the form; takes the focus when it appears.
export function ErrorSummary({ title, schema, errors, idPrefix }: ErrorSummaryProps) {
  const { language, t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const appeared = errors.length > 0;
  useEffect(() => {
    if (appeared) box.current?.focus();
  }, [appeared]);
  if (!appeared) return null;
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
                document.getElementById(fieldId(idPrefix, error.pointer))?.focus();
              }}
            >
              {fieldTitle(schema, error.pointer, language)}
            </Anchor>
            {`: ${errorText(error, t)}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

// «Ребёнок 2 — Фамилия»
export function fieldTitle(schema: FormSchema, pointer: string, language: 'ru' | 'en'): string {
  const titles: string[] = [];
  let field: Field | undefined = schema;
  const steps = pointer.split('/').slice(1);
  for (const [at, step] of steps.entries()) {
    if (field?.type === 'array') {
      titles.push(`${field['x-item-title'] ?? ''} ${Number(step) + 1}`.trim());
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

// SPDX-License-Identifier: Apache-2.0
import { Anchor, List, Text } from '@mantine/core';
import type { FieldError } from '@okno/forms-core/schema';
import type { ReactNode, Ref } from 'react';
import { withoutScan } from '@/lib/checklist-gaps.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { fieldTitle } from '@/ui/schema-form/error-summary.tsx';
import { errorText, fieldAt } from '@/ui/schema-form/form-context.ts';
import { documentId } from './checklist-line.tsx';
import { placeOf, wholeSchema } from './form-problems.ts';
import type { Application } from './queries.ts';
import type { StepName } from './steps.ts';

type GapsProps = {
  application: Application;
  onGo: (step: StepName) => void;
  onField: (pointer: string) => void;
  ref?: Ref<HTMLDivElement>;
};

// What stands in the way of the number, each with a way to it.
export function Gaps({ application, onGo, onField, ref }: GapsProps) {
  const { t, language } = useLanguage();
  const { form, representative, consent = false } = application;
  const schema = wholeSchema(application, { form: form as never, representative, consent }, t);
  const errors: FieldError[] = [...application.form_errors, ...application.other_errors].map(
    (error) => ({ ...error, pointer: placeOf(error.pointer) }),
  );
  const missing = application.checklist.filter((item) => item.missing);
  const toDocument = (code: string) => {
    onGo('documents');
    setTimeout(() => document.getElementById(documentId(code))?.focus());
  };
  return (
    <Notice
      ref={ref}
      tone="wait"
      title={t('intake.notReady', { count: errors.length + missing.length })}
    >
      {errors.length > 0 && (
        <Part title={t('intake.step.form')}>
          {errors.map((error) => (
            <List.Item key={error.pointer}>
              <Anchor
                component="button"
                type="button"
                ta="start"
                onClick={() => onField(error.pointer)}
              >
                {fieldTitle(schema, error.pointer, language)}
              </Anchor>
              {`: ${errorText(error, t, fieldAt(schema, error.pointer))}`}
            </List.Item>
          ))}
        </Part>
      )}
      {missing.length > 0 && (
        <Part title={t('intake.notMarked')}>
          {missing.map((item) => (
            <List.Item key={item.code}>
              <Anchor
                component="button"
                type="button"
                ta="start"
                onClick={() => toDocument(item.code)}
              >
                {item.title}
              </Anchor>
            </List.Item>
          ))}
        </Part>
      )}
    </Notice>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <Text size="sm" fw={600} mt={4}>
        {title}
      </Text>
      <List size="sm" spacing={6}>
        {children}
      </List>
    </>
  );
}

// The agency sees only what is attached: said before the papers go back to their owner.
export function NoScans({ application }: { application: Application }) {
  const { t } = useLanguage();
  const items = withoutScan(application);
  if (items.length === 0) return null;
  return (
    <Notice tone="wait" title={t('intake.noScans', { count: items.length })}>
      <Text size="sm">{t('intake.noScans.text')}</Text>
      <List size="sm">
        {items.map((item) => (
          <List.Item key={item.code}>{item.title}</List.Item>
        ))}
      </List>
    </Notice>
  );
}

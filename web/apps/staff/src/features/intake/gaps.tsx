// SPDX-License-Identifier: Apache-2.0
import { Anchor, List, Text } from '@mantine/core';
import type { Ref } from 'react';
import { withoutScan } from '@/lib/checklist-gaps.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { fieldTitle } from '@/ui/schema-form/error-summary.tsx';
import { errorText, fieldAt } from '@/ui/schema-form/form-context.ts';
import { Titles } from '@/ui/titles.tsx';
import { documentId } from './checklist-line.tsx';
import { isOfCard, placeOf, wholeSchema } from './form-problems.ts';
import type { Application } from './queries.ts';
import type { StepName } from './step-names.ts';

type GapsProps = {
  application: Application;
  onGo: (step: StepName) => void;
  onField: (pointer: string) => void;
  ref?: Ref<HTMLDivElement>;
};

// What stands in the way of the number, each with a way to it.
export function Gaps({ application, onGo, onField, ref }: GapsProps) {
  const { t, language } = useLanguage();
  const { form, representative } = application;
  const schema = wholeSchema(application, { form: form as never, representative }, t);
  const errors = [...application.form_errors, ...application.other_errors];
  const inCard: Gap[] = errors.filter(isOfCard).map((error) => ({
    key: error.pointer,
    title: t('applicant.document'),
    note: error.title,
    go: () => onGo('applicant'),
  }));
  const inForm: Gap[] = errors
    .filter((error) => !isOfCard(error))
    .map((error) => {
      const pointer = placeOf(error.pointer);
      return {
        key: pointer,
        title: fieldTitle(schema, pointer, language),
        note: errorText(error, t, fieldAt(schema, pointer)),
        go: () => onField(pointer),
      };
    });
  const unmarked: Gap[] = application.checklist
    .filter((item) => item.missing)
    .map(({ code, title }) => ({
      key: code,
      title,
      go: () => {
        onGo('documents');
        setTimeout(() => document.getElementById(documentId(code))?.focus());
      },
    }));
  return (
    <Notice
      ref={ref}
      tone="wait"
      title={t('intake.notReady', { count: inCard.length + inForm.length + unmarked.length })}
    >
      <Part title={t('intake.step.applicant')} gaps={inCard} />
      <Part title={t('intake.step.form')} gaps={inForm} />
      <Part title={t('intake.notMarked')} gaps={unmarked} />
    </Notice>
  );
}

// What is wrong, and the way there.
type Gap = { key: string; title: string; note?: string; go: () => void };

function Part({ title, gaps }: { title: string; gaps: Gap[] }) {
  if (gaps.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt={4}>
        {title}
      </Text>
      <List size="sm" spacing={6}>
        {gaps.map(({ key, title: name, note, go }) => (
          <List.Item key={key}>
            <Anchor component="button" type="button" ta="start" onClick={go}>
              {name}
            </Anchor>
            {note && `: ${note}`}
          </List.Item>
        ))}
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
      <Titles of={items} />
    </Notice>
  );
}

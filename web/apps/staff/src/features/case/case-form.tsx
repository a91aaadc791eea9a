// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useMemo } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { type Described, describeForm } from '@/ui/schema-form/describe-form.ts';
import { fieldTitle } from '@/ui/schema-form/error-summary.tsx';
import { Section } from '@/ui/section.tsx';
import type { Application } from './application.ts';
import classes from './case-page.module.css';

// The application as it was written, to read.
export function CaseForm({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { form, service } = application;
  const sections = useMemo(
    () => describeForm(schemaOf(service), form as Data, { t, language }),
    [service, form, t, language],
  );
  return (
    <>
      <FormErrors application={application} />
      {sections.length === 0 && (
        <Section title={t('case.tab.application')}>
          <Text size="sm" c="dimmed">
            {t('case.form.empty')}
          </Text>
        </Section>
      )}
      {sections.map(({ code, title, values }) => (
        <Section key={code} title={title || t('case.tab.application')}>
          <Values values={values} />
        </Section>
      ))}
    </>
  );
}

// The catalogue lets in only what docs/forms.md describes.
function schemaOf(service: Application['service']) {
  return service.form as unknown as FormSchema;
}

function FormErrors({ application: { form_errors, service } }: { application: Application }) {
  const { t, language } = useLanguage();
  if (form_errors.length === 0) return null;
  return (
    <Section title={t('case.formErrors', { count: form_errors.length })}>
      <ul className={classes.missing}>
        {form_errors.map(({ pointer, title }) => (
          <Text key={pointer} component="li" size="sm">
            {`${fieldTitle(schemaOf(service), pointer, language)}: ${title}`}
          </Text>
        ))}
      </ul>
    </Section>
  );
}

function Values({ values }: { values: Described[] }) {
  return values.reduce<Described[][]>(withRuns, []).map((run) => {
    const [first] = run;
    if (first && 'values' in first) {
      return (
        <div key={first.pointer} className={classes.group} role="group" aria-label={first.label}>
          <p className={classes.groupTitle}>{first.label}</p>
          <Values values={first.values} />
        </div>
      );
    }
    return <LabelledValues key={first?.pointer} items={run.filter((one) => 'value' in one)} />;
  });
}

// Answers that follow each other make one list; a group stands alone.
function withRuns(runs: Described[][], next: Described): Described[][] {
  const last = runs.at(-1);
  const joins = 'value' in next && last?.every((one) => 'value' in one);
  return joins && last ? [...runs.slice(0, -1), [...last, next]] : [...runs, [next]];
}

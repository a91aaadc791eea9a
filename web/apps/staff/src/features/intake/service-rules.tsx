// SPDX-License-Identifier: Apache-2.0
import { List, Text } from '@mantine/core';
import type { Schemas } from '@okno/api';
import { useLanguage } from '@/lib/language.tsx';
import { termWords } from '@/lib/term-words.ts';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import classes from './intake.module.css';

// What the regulation says, for the operator to look up and to read aloud.
export function ServiceRules({ service }: { service: Schemas['Service'] }) {
  const { t, language } = useLanguage();
  const needs = {
    required: t('intake.need.required'),
    conditional: t('intake.need.conditional'),
    optional: t('intake.need.optional'),
    inquiry: t('intake.need.inquiry'),
  };
  return (
    <div className={classes.rules}>
      <Text fw={600}>{service.name}</Text>
      <Text size="sm">{service.description}</Text>
      <LabelledValues
        items={[
          { label: t('intake.agency'), value: service.agency.name },
          { label: t('intake.term'), value: termWords(service.term_text, language) },
          { label: t('intake.fee'), value: service.fee_text },
          {
            label: t('intake.delivery'),
            value: service.electronic ? t('intake.electronic') : t('intake.paper.text'),
          },
          { label: t('intake.result'), value: <Lines lines={service.result} /> },
          {
            label: t('intake.stages'),
            value: (
              <Lines
                lines={service.stages.map(
                  ({ name, term_text }) => `${name} — ${termWords(term_text, language)}`,
                )}
              />
            ),
          },
          {
            label: t('intake.documents'),
            value: (
              <Lines
                lines={service.checklist.map(({ title, need }) => `${title} (${needs[need]})`)}
              />
            ),
          },
          { label: t('intake.refusals'), value: <Lines lines={service.refusal_grounds} /> },
          {
            label: t('intake.suspensions'),
            value: service.suspension_grounds?.length ? (
              <Lines lines={service.suspension_grounds} />
            ) : undefined,
          },
          { label: t('intake.basis'), value: <Lines lines={service.legal_basis} /> },
        ]}
      />
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <List size="sm">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { termWords } from '@/lib/term-words.ts';
import { Section } from '@/ui/section.tsx';
import { isFinished } from './actions.ts';
import type { Application } from './application.ts';
import classes from './case-page.module.css';

// The steps of the regulation with their terms.
export function Stages({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { service, status, planned_date, planned_note, promised_date } = application;
  return (
    <Section title={t('case.stages')}>
      <ol className={classes.stages}>
        {service.stages.map((stage) => (
          <li key={stage.name}>
            <Text size="sm">{stage.name}</Text>
            <Text size="xs" c="dimmed">
              {termWords(stage.term_text, language)}
            </Text>
          </li>
        ))}
      </ol>
      <Text size="sm" mt="xs">
        {t('case.wholeTerm', { term: termWords(service.term_text, language) })}
      </Text>
      {planned_date && !isFinished(status) && (
        <>
          <Text size="sm" fw={600}>
            {t('case.planned', { date: longDate(planned_date, language) })}
          </Text>
          <Text size="xs" c="dimmed">
            {planned_note && termWords(planned_note, language)}
          </Text>
          {promised_date && (
            <Text size="sm">{t('case.promised', { date: longDate(promised_date, language) })}</Text>
          )}
        </>
      )}
    </Section>
  );
}

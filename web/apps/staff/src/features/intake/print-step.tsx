// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text, Title } from '@mantine/core';
import { mdiPrinterOutline } from '@mdi/js';
import { newIdempotencyKey } from '@okno/api';
import { hasCode, ProblemError } from '@okno/api/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { longDate } from '@/lib/dates.ts';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { Gaps, NoScans } from './gaps.tsx';
import { type Application, applicationQuery, fileApplication } from './queries.ts';
import type { StepName } from './steps.ts';
import type { useDraft } from './use-draft.ts';

type PrintStepProps = {
  application: Application;
  draft: ReturnType<typeof useDraft>;
  onGo: (step: StepName) => void;
  // To a field of the form, by its pointer.
  onField: (pointer: string) => void;
};

export function PrintStep(props: PrintStepProps) {
  const { application, onGo } = props;
  return application.number ? (
    <Printed application={application} onGo={onGo} />
  ) : (
    <Register {...props} />
  );
}

// What is still wrong, each with a way to it; then the one button that gives the number.
function Register({ application, draft, onGo, onField }: PrintStepProps) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const gaps = useRef<HTMLDivElement>(null);
  const file = useMutation({
    // What the page shows is filed, nothing newer that nobody here has seen.
    mutationFn: () => fileApplication({ ...application, version: draft.version() }, key.current),
    onSuccess: (filed) => {
      queries.setQueryData(applicationQuery(filed.id).queryKey, filed);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      void queries.invalidateQueries({ queryKey: ['application-counts'] });
    },
    onError: (error) => {
      if (!(error instanceof ProblemError)) return;
      key.current = newIdempotencyKey();
      void queries.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey });
    },
  });
  // What can not be saved says so above; then nothing is filed.
  const register = async () => {
    if (await draft.flush()) file.mutate();
  };
  const missing = application.checklist.filter((item) => item.missing);
  const ready =
    application.form_errors.length + application.other_errors.length + missing.length === 0;
  useHotkeys(t('intake.step.print'), [
    {
      keys: 'F9',
      title: t('intake.register'),
      enabled: !file.isPending,
      // Not ready: to what is missing.
      run: () => (ready ? void register() : gaps.current?.focus()),
    },
  ]);
  return (
    <Section title={t('intake.register')}>
      {!ready && <Gaps ref={gaps} application={application} onGo={onGo} onField={onField} />}
      {!hasCode(file.error, 'input.invalid') && (
        <ProblemAlert error={file.error} kept focus onRetry={() => void register()} />
      )}
      <NoScans application={application} />
      <Text mb="md">{t('intake.register.text')}</Text>
      <Button
        size="md"
        onClick={() => void register()}
        loading={file.isPending}
        disabled={!ready}
        aria-keyshortcuts="F9"
      >
        {t('intake.register')}
      </Button>
    </Section>
  );
}

function Printed({
  application,
  onGo,
}: {
  application: Application;
  onGo: (step: StepName) => void;
}) {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  // Back from the page of the print: it is a row of the history by now.
  useEffect(() => {
    const refresh = () =>
      void queries.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey });
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [queries, application.id]);
  const open = (form: 'application' | 'receipt') =>
    window.open(`/api/v1/applications/${application.id}/print/${form}`, '_blank', 'noopener');
  useHotkeys(t('intake.step.print'), [
    { keys: 'F6', title: t('intake.print.application'), run: () => open('application') },
    { keys: 'F7', title: t('intake.print.receipt'), run: () => open('receipt') },
  ]);
  return (
    <Section title={t('intake.registered')}>
      <Title order={3} size="1.75rem">
        {application.number}
      </Title>
      {application.planned_date && (
        <Text mt={4}>
          {t('intake.plannedFor', { date: longDate(application.planned_date, language) })}
        </Text>
      )}
      <PaperWarning papers={application.papers} />
      <Group mt="md">
        <Button
          variant="default"
          leftSection={<Icon path={mdiPrinterOutline} />}
          onClick={() => open('application')}
          aria-keyshortcuts="F6"
        >
          {t('intake.print.application')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon path={mdiPrinterOutline} />}
          onClick={() => open('receipt')}
          aria-keyshortcuts="F7"
        >
          {t('intake.print.receipt')}
        </Button>
        <Button onClick={() => onGo('handover')} aria-keyshortcuts="Control+Enter">
          {t('intake.toHandover')}
        </Button>
      </Group>
    </Section>
  );
}

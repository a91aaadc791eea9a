// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Kbd, Text, Title } from '@mantine/core';
import { newIdempotencyKey } from '@okno/api';
import { hasCode, ProblemError } from '@okno/api/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { longDate } from '@/lib/dates.ts';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { putVersion } from '@/lib/put-answer.ts';
import { termWords } from '@/lib/term-words.ts';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { Gaps, NoScans } from './gaps.tsx';
import { PhoneDiffers } from './phone-differs.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { type Application, applicationQuery, fileApplication } from './queries.ts';
import type { StepName } from './step-names.ts';
import type { useDraft } from './use-draft.ts';

type PrintStepProps = {
  application: Application;
  draft: ReturnType<typeof useDraft>;
  onGo: (step: StepName) => void;
  // To a field of the form, by its pointer.
  onField: (pointer: string) => void;
};

export function PrintStep(props: PrintStepProps) {
  return props.application.number ? <Printed {...props} /> : <Register {...props} />;
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
      putVersion(queries, applicationQuery(filed.id).queryKey, filed);
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
  const undecided = draft.state.kind === 'changed';
  useHotkeys(t('intake.step.print'), [
    {
      keys: 'F9',
      title: t('intake.register'),
      enabled: !file.isPending && !undecided,
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
      <PhoneDiffers application={application} onCard={() => onGo('applicant')} />
      <Text mb="md">{t('intake.register.text')}</Text>
      {undecided && <Undecided />}
      <Button
        size="md"
        onClick={() => void register()}
        loading={file.isPending}
        disabled={!ready || undecided}
        rightSection={
          <Kbd size="xs" aria-hidden>
            F9
          </Kbd>
        }
        aria-keyshortcuts="F9"
      >
        {t('intake.register')}
      </Button>
    </Section>
  );
}

function Printed({ application, draft, onGo }: PrintStepProps) {
  const { t, language } = useLanguage();
  const undecided = draft.state.kind === 'changed';
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
      {application.planned_note && (
        <Text size="sm" c="dimmed" mb="md">
          {termWords(application.planned_note, language)}
        </Text>
      )}
      <PaperWarning papers={application.papers} />
      {isAtDesk(application) && (
        <>
          <NoScans application={application} />
          <PhoneDiffers application={application} onCard={() => onGo('applicant')} />
        </>
      )}
      {undecided && <Undecided />}
      <Group mt="md">
        <PrintButtons application={application} closed={undecided} />
        <Button onClick={() => onGo('handover')} aria-keyshortcuts="Control+Enter">
          {t('intake.toHandover')}
        </Button>
      </Group>
    </Section>
  );
}

// The applicant is still here with the papers.
export function isAtDesk({ status }: Application) {
  return status === 'intake' || status === 'rework';
}

// Nothing is printed or given away while two texts of one application wait for a choice.
export function Undecided() {
  const t = useT();
  return (
    <Text size="sm" c="orange.9" my="sm">
      {t('save.changed.first')}
    </Text>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { timeOfDay } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { DocumentsStep } from './documents-step.tsx';
import { FormStep } from './form-step.tsx';
import { HandoverStep } from './handover-step.tsx';
import classes from './intake.module.css';
import { PrintStep } from './print-step.tsx';
import type { Application } from './queries.ts';
import type { StepName } from './steps.ts';
import { type SaveState, useDraft } from './use-draft.ts';

type WithDraftProps = {
  application: Application;
  step: StepName;
  onGo: (step: StepName) => void;
  onDone: () => void;
};

// The steps that work on one application; they share its autosave.
export function WithDraft({ application, step, onGo, onDone }: WithDraftProps) {
  const draft = useDraft(application);
  return (
    <>
      <SaveNote state={draft.state} />
      <div hidden={step !== 'form'}>
        <FormStep application={application} draft={draft} onNext={() => onGo('documents')} />
      </div>
      {step === 'documents' && (
        <DocumentsStep application={application} draft={draft} onNext={() => onGo('print')} />
      )}
      {step === 'print' && <PrintStep application={application} draft={draft} onGo={onGo} />}
      {step === 'handover' && <HandoverStep application={application} onDone={onDone} />}
    </>
  );
}

// Where the typed text is: at the server, on its way, or only on this computer.
function SaveNote({ state }: { state: SaveState }) {
  const { t, language } = useLanguage();
  if (state.kind === 'refused') return <ProblemAlert error={state.error} kept />;
  const text = {
    saved: () =>
      state.kind === 'saved' && state.at
        ? t('intake.savedAt', { time: timeOfDay(state.at.toISOString(), language) })
        : '',
    saving: () => t('intake.saving'),
    offline: () => t('intake.offline'),
    changed: () => t('intake.changed'),
  }[state.kind]();
  return (
    <Text
      size="xs"
      c={state.kind === 'offline' || state.kind === 'changed' ? 'orange.9' : 'dimmed'}
      role="status"
      className={classes.saveNote}
    >
      {text}
    </Text>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { SaveNote } from '@/ui/save-note.tsx';
import { DocumentsStep } from './documents-step.tsx';
import { FormStep } from './form-step.tsx';
import { HandoverStep } from './handover-step.tsx';
import { PrintStep } from './print-step.tsx';
import type { Application } from './queries.ts';
import type { StepName } from './steps.ts';
import { useDraft } from './use-draft.ts';

type WithDraftProps = {
  application: Application;
  step: StepName;
  onGo: (step: StepName) => void;
  onDone: () => void;
};

// The steps that work on one application; they share its autosave.
export function WithDraft({ application, step, onGo, onDone }: WithDraftProps) {
  const draft = useDraft(application);
  const [wanted, setWanted] = useState<{ pointer: string }>();
  return (
    <>
      <SaveNote saving={draft} />
      <div hidden={step !== 'form'}>
        <FormStep
          key={draft.revision}
          application={application}
          draft={draft}
          current={step === 'form'}
          wanted={wanted}
          onNext={() => onGo('documents')}
        />
      </div>
      {step === 'documents' && (
        <DocumentsStep
          key={draft.revision}
          application={application}
          draft={draft}
          onNext={() => onGo('print')}
        />
      )}
      {step === 'print' && (
        <PrintStep
          application={application}
          draft={draft}
          onGo={onGo}
          onField={(pointer) => {
            setWanted({ pointer });
            onGo('form');
          }}
        />
      )}
      {step === 'handover' && <HandoverStep application={application} onDone={onDone} />}
    </>
  );
}

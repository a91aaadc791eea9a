// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { Notice } from '@/ui/notice.tsx';
import { Renewed } from '@/ui/renewed.tsx';
import { SaveNote } from '@/ui/save-note.tsx';
import { WalkArea } from '@/ui/schema-form/walk-area.tsx';
import { DocumentsStep } from './documents-step.tsx';
import { draftDifferences, whoChanged } from './draft-clash.ts';
import { isOfCard } from './form-problems.ts';
import { FormStep, isEditable } from './form-step.tsx';
import { HandoverStep } from './handover-step.tsx';
import { PrintStep } from './print-step.tsx';
import type { Application } from './queries.ts';
import type { StepName } from './step-names.ts';
import { useDraft } from './use-draft.ts';

type WithDraftProps = {
  application: Application;
  step: StepName;
  onGo: (step: StepName) => void;
  onDone: () => void;
};

// The steps that work on one application; they share its autosave.
export function WithDraft({ application, step, onGo, onDone }: WithDraftProps) {
  const { t, language } = useLanguage();
  const me = useSession().user.display_name;
  const draft = useDraft(application);
  const { clash } = draft;
  const [wanted, setWanted] = useState<{ pointer: string }>();
  return (
    <>
      <SaveNote
        saving={draft}
        promise={isEditable(application)}
        by={clash && whoChanged(clash.theirs, me)}
        differences={clash && draftDifferences(clash, { t, language })}
      />
      {application.status === 'rework' && <ToFix rework={application.rework} />}
      {step !== 'handover' && isEditable(application) && (
        <CardWrong application={application} onCard={() => onGo('applicant')} />
      )}
      <WalkArea hidden={step !== 'form'}>
        <Renewed by={draft.revision}>
          <FormStep
            application={application}
            draft={draft}
            current={step === 'form'}
            wanted={wanted}
            onNext={() => onGo('documents')}
          />
        </Renewed>
      </WalkArea>
      {step === 'documents' && (
        <Renewed by={draft.revision}>
          <DocumentsStep application={application} draft={draft} onNext={() => onGo('print')} />
        </Renewed>
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
      {step === 'handover' && (
        <HandoverStep application={application} draft={draft} onDone={onDone} />
      )}
    </>
  );
}

// Said before the form is filled: with this card the application gets no number.
function CardWrong({ application, onCard }: { application: Application; onCard: () => void }) {
  const { t } = useLanguage();
  const wrong = application.other_errors.filter(isOfCard);
  if (wrong.length === 0) return null;
  return (
    <Notice tone="wait" title={t('intake.cardWrong')}>
      {wrong.map(({ pointer, title }) => (
        <Text key={pointer} size="sm">
          {title}
        </Text>
      ))}
      <Anchor component="button" type="button" size="sm" onClick={onCard}>
        {t('intake.cardWrong.go')}
      </Anchor>
    </Notice>
  );
}

// Why the case came back stays in sight while it is corrected.
function ToFix({ rework }: Pick<Application, 'rework'>) {
  const { t, language } = useLanguage();
  if (!rework?.reason) return null;
  return (
    <Notice tone="wait" title={t('case.rework.toFix')}>
      <Text size="sm">{rework.reason}</Text>
      {rework.until && (
        <Text size="sm" c="dimmed">
          {t('case.rework.until', { date: longDate(rework.until, language) })}
        </Text>
      )}
    </Notice>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { prune } from '@okno/forms-core/prune';
import type { Data } from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { today } from '@/lib/dates.ts';
import { fieldErrorsOf } from '@/lib/field-problems.ts';
import { useKeptInput } from '@/lib/kept-input.ts';
import { useT } from '@/lib/language.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import type { Application } from './application.ts';
import { firstInput, type RecipientInput, recipientSchema, useNoteRecipient } from './recipient.ts';
import { ReturnedOriginals } from './returned-originals.tsx';
import { StepProblem } from './step-problem.tsx';
import { WholeDocument } from './whole-document.tsx';

// The first step of the hand-over: who has come, and which papers were shown.
export function IssueRecipient({ application }: { application: Application }) {
  const [changing, setChanging] = useState(false);
  if (application.recipient && !changing) {
    return (
      <Noted
        recipient={application.recipient}
        of={application}
        onChange={() => setChanging(true)}
      />
    );
  }
  return <RecipientForm application={application} onNoted={() => setChanging(false)} />;
}

type NotedProps = {
  recipient: NonNullable<Application['recipient']>;
  of: Application;
  onChange: () => void;
};

function Noted({ recipient, of: { originals, result_papers }, onChange }: NotedProps) {
  const t = useT();
  const kept = result_papers ? 'case.issue.originals.atAgency' : 'case.issue.originals.kept';
  const role = recipient.representative ? t('case.issue.representative') : t('case.issue.inPerson');
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {`${recipient.name} — ${role}`}
        </Text>
        <Text size="sm">{recipient.document_text}</Text>
        {recipient.authority_text && <Text size="sm">{recipient.authority_text}</Text>}
        {originals.map(({ item, title }) => (
          <Text key={item} size="sm">
            {recipient.originals?.includes(item)
              ? t('case.issue.originals.returned', { title })
              : t(kept, { title })}
          </Text>
        ))}
      </div>
      <Button size="xs" variant="default" flex="none" onClick={onChange}>
        {t('case.issue.recipient.change')}
      </Button>
    </Group>
  );
}

type RecipientFormProps = { application: Application; onNoted: () => void };

function RecipientForm({ application, onNoted }: RecipientFormProps) {
  const t = useT();
  const step = useNoteRecipient(application);
  const { applicant } = application;
  const isPerson = applicant.kind !== 'legal_entity';
  // Ten fields of a power of attorney: the dialog closed by mistake has them again.
  const [input, setInput] = useKeptInput(
    `case.recipient.${application.id}.${application.version}`,
    () =>
      firstInput(
        application,
        application.recipient?.representative ?? Boolean(application.representative),
      ),
  );
  // The document on the card was shown, or another one is written down.
  const hasDocument = isPerson && Boolean(applicant.masked_document);
  // What the service replaces has gone to the agency, as a rule.
  const isReplaced = application.service.takes_overdue_document === true;
  const [another, setAnother] = useState(!hasDocument || isReplaced);
  const [seen, setSeen] = useState(false);
  const [attempted, setAttempted] = useState(false);
  const ofCard = !input.representative && hasDocument && !another;
  const schema = useMemo(
    () => recipientSchema(input, input.representative || !isPerson, t),
    [input, isPerson, t],
  );
  const fields = useRef<HTMLDivElement>(null);
  const { representative, originals = [], ...data } = input;
  const back = application.originals.length > 0 ? { originals } : {};
  const note = () => {
    flushSync(() => setAttempted(true));
    if (ofCard) {
      if (seen) step.mutate({ representative, ...back }, { onSuccess: onNoted });
      return;
    }
    if (validate(schema, data as Data, today()).length > 0) {
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    step.mutate(
      { ...prune(schema, data as Data), representative, ...back },
      { onSuccess: onNoted },
    );
  };
  return (
    <Stack gap="xs" ref={fields}>
      <Radio.Group
        label={t('case.issue.to')}
        value={representative ? 'representative' : 'applicant'}
        onChange={(value) => {
          setAttempted(false);
          step.reset();
          setInput({ ...firstInput(application, value === 'representative'), originals });
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="applicant"
            label={t('case.issue.applicant', { name: applicant.display_name })}
            data-autofocus
          />
          <Radio value="representative" label={t('case.issue.representative')} />
        </Stack>
      </Radio.Group>
      {!representative && hasDocument && (
        <>
          {isReplaced && (
            <Text size="sm" c="dimmed">
              {t('case.issue.documentReplaced')}
            </Text>
          )}
          <WholeDocument applicant={applicant} />
          <Checkbox
            label={t('case.issue.documentSeen', { document: applicant.masked_document ?? '' })}
            checked={seen && !another}
            error={attempted && ofCard && !seen ? t('case.issue.documentSeen.required') : undefined}
            onChange={(event) => {
              setSeen(event.currentTarget.checked);
              setAnother(false);
            }}
          />
          <Checkbox
            label={t('case.issue.documentOther')}
            checked={another}
            onChange={(event) => setAnother(event.currentTarget.checked)}
          />
        </>
      )}
      {representative && application.representative?.authority && (
        <Text size="sm" c="dimmed">
          {t('case.issue.authority.inCase', { authority: application.representative.authority })}
        </Text>
      )}
      {!ofCard && (
        <SchemaForm
          schema={schema}
          data={data as Data}
          showAll={attempted}
          serverErrors={step.isPending ? [] : fieldErrorsOf(step.error)}
          idPrefix="recipient"
          onChange={(next) => setInput({ ...(next as RecipientInput), representative, originals })}
        />
      )}
      <ReturnedOriginals
        of={application}
        returned={originals}
        onChange={(next) => setInput({ ...input, originals: next })}
      />
      <StepProblem error={step.error} />
      <Group>
        <Button size="xs" loading={step.isPending} onClick={note}>
          {t('case.issue.recipient.note')}
        </Button>
      </Group>
    </Stack>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { api, ifMatch, newIdempotencyKey, take } from '@okno/api';
import { hasCode, ProblemError } from '@okno/api/problem';
import { prune } from '@okno/forms-core/prune';
import { same } from '@okno/forms-core/same';
import type { Data, FieldError, FormSchema } from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { countriesQuery } from '@/lib/countries.ts';
import { today } from '@/lib/dates.ts';
import { fieldErrorsOf } from '@/lib/field-problems.ts';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { withDocumentFormats } from '@/lib/identity-document.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { useLeaveGuard } from '@/ui/leave-guard.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Renewed } from '@/ui/renewed.tsx';
import { SaveNote } from '@/ui/save-note.tsx';
import { differences } from '@/ui/schema-form/differences.ts';
import { ErrorSummary } from '@/ui/schema-form/error-summary.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { firstEmpty } from '@/ui/schema-form/walk.ts';
import { WalkArea } from '@/ui/schema-form/walk-area.tsx';
import { Section } from '@/ui/section.tsx';
import {
  type ApplicantKind,
  applicantSchema,
  emptyApplicant,
  ofSchema,
  toFormData,
  withoutSchema,
} from './applicant-schema.ts';
import { Doubles, isDouble } from './doubles.tsx';
import { isOverdueOnly, isSameDocument, OverdueDocument } from './overdue-document.tsx';
import { type Applicant, applicantQuery } from './queries.ts';
import { SexDiffers } from './sex-differs.tsx';
import { useCardText } from './use-card-text.ts';

// A way to fill the card from elsewhere: what is known so far, and how to change it.
export type CardFiller = (person: Data, change: (next: (card: Data) => Data) => void) => ReactNode;

type ApplicantCardFormProps = {
  card?: Applicant;
  // What is known of a new person already.
  begun?: Data;
  fillCard?: CardFiller;
  onSaved: (id: string) => void;
  onCancel?: () => void;
  // Only the card is corrected, nothing is filed.
  alone?: boolean;
  onOpenExisting: (id: string) => void;
};

const idPrefix = 'card';

export function ApplicantCardForm({
  card,
  begun,
  fillCard,
  onSaved,
  onCancel,
  alone = false,
  onOpenExisting,
}: ApplicantCardFormProps) {
  const { t, language } = useLanguage();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [kind, setKind] = useState<ApplicantKind>(
    card?.kind ?? (begun?.kind as ApplicantKind | undefined) ?? 'person',
  );
  const text = useCardText(card, () =>
    card ? toFormData(card) : { ...emptyApplicant(kind), ...begun },
  );
  const { base, typed, setTyped: setData, untouched, isDirty, theirs } = text;
  const [attempts, setAttempts] = useState(0);
  const attempted = attempts > 0;
  const countries = useQuery(countriesQuery).data?.items;
  const key = useRef(newIdempotencyKey());
  const released = useRef(false);
  const schema = useMemo(
    () => withDocumentFormats(applicantSchema(kind, t, countries), typed),
    [kind, typed, t, countries],
  );
  const data = useMemo(() => ofSchema(schema, typed), [schema, typed]);
  const save = useMutation({
    mutationFn: ({ body, on = base, ...seen }: { body: Data; on?: Applicant } & Seen) =>
      send(on, { ...body, kind }, key.current, seen),
    onSuccess: (saved) => {
      released.current = true;
      text.standOn(saved);
      queries.setQueryData(applicantQuery(saved.id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ['applicants'] });
      onSaved(saved.id);
    },
    // A refused card is another request when it is sent again.
    onError: async (error) => {
      if (error instanceof ProblemError) key.current = newIdempotencyKey();
      if (base && hasCode(error, 'request.stale'))
        text.hear(await queries.fetchQuery({ ...applicantQuery(base.id), staleTime: 0 }));
    },
  });
  // A card is saved whole: who leaves it is asked before what was typed is lost.
  useLeaveGuard({ dirty: isDirty, text: t('applicant.leave.text'), released });
  const cancel = async () => {
    const leave =
      !isDirty ||
      (await confirm({
        title: t('leave.title'),
        text: t('applicant.leave.text'),
        action: t('leave'),
        danger: true,
      }));
    if (!leave) return;
    released.current = true;
    onCancel?.();
  };
  const [overdue, setOverdue] = useState<'accepted'>();
  const serverErrors = [...fieldErrorsOf(save.error), ...lettersOfNames(data)];
  const errors = attempted
    ? merged(schema, validate(schema, data, today()), save.isPending ? [] : serverErrors)
    : [];
  const submit = () => {
    if (theirs) return;
    flushSync(() => setAttempts((before) => before + 1));
    if (validate(schema, data, today()).length + lettersOfNames(data).length > 0) return;
    const body = prune(schema, data);
    if (card && same(body, prune(schema, ofSchema(schema, untouched)))) {
      released.current = true;
      return onSaved(card.id);
    }
    save.mutate({ body, overdue });
  };
  // What is wrong in it the server says at the fields.
  const keepMine = (on: Applicant) => {
    const mine = text.onTopOf(on);
    text.standOn(on, mine);
    setAttempts((before) => before + 1);
    save.mutate({ body: prune(schema, ofSchema(schema, mine)), on, overdue });
  };
  const keepOverdue = () => {
    setOverdue('accepted');
    save.mutate({ body: prune(schema, data), overdue: 'accepted' });
  };
  useHotkeys(t('applicant.card'), [
    { keys: 'mod+S', title: t('applicant.save'), run: submit },
    { keys: 'mod+Enter', title: t('applicant.save'), run: submit },
  ]);
  const fields = useRef<HTMLDivElement>(null);
  // The button that opened a new card is gone: hands go on at what is to be typed.
  useEffect(() => {
    if (!card && fields.current) firstEmpty(fields.current)?.focus();
  }, [card]);

  return (
    <Section
      title={card ? t('applicant.card') : t('applicant.new')}
      aside={fillCard?.({ ...prune(schema, data), kind }, setData)}
    >
      {!card && (
        <SegmentedControl
          mb="md"
          value={kind}
          onChange={(next) => {
            setKind(next as ApplicantKind);
            setData((before) => ({ ...emptyApplicant(next as ApplicantKind), ...before }));
          }}
          data={(['person', 'entrepreneur', 'legal_entity'] as const).map((value) => ({
            value,
            label: t(`applicant.kind.${value}`),
          }))}
        />
      )}
      <ErrorSummary
        title={t('form.errorsCard')}
        schema={schema}
        errors={errors}
        idPrefix={idPrefix}
        attempts={attempts}
        refusal={save.error}
      />
      {theirs && (
        <SaveNote
          saving={{
            state: { kind: 'changed' },
            takeTheirs: () => {
              save.reset();
              text.standOn(theirs);
            },
            keepMine: () => keepMine(theirs),
          }}
          differences={differences(schema, data, toFormData(theirs), { t, language })}
        />
      )}
      {serverErrors.length === 0 && !theirs && (
        <ProblemAlert
          error={save.error}
          kept
          focus
          onRetry={isDouble(save.error) ? undefined : submit}
        />
      )}
      <Doubles
        error={save.error}
        person={data}
        onOpen={(id) => {
          released.current = true;
          onOpenExisting(id);
        }}
        onAnother={() => save.mutate({ body: prune(schema, data), overdue, namesakes: 'accepted' })}
      />
      <WalkArea ref={fields}>
        <Renewed by={text.revision}>
          <SchemaForm
            schema={schema}
            data={data}
            showAll={attempted}
            serverErrors={save.isPending ? [] : serverErrors}
            idPrefix={idPrefix}
            onChange={(next) => {
              setData((before) => ({ ...withoutSchema(schema, before), ...next }));
              setOverdue(undefined);
              if (save.isError && !(isOverdueOnly(serverErrors) && isSameDocument(data, next)))
                save.reset();
            }}
          />
        </Renewed>
        <Stack gap="xs" mt="md">
          <SexDiffers person={data} />
          <OverdueDocument errors={errors} onKeep={keepOverdue} />
        </Stack>
        <Group mt="lg">
          <Button
            onClick={submit}
            loading={save.isPending}
            aria-keyshortcuts="Control+S"
            data-walk-on
          >
            {alone ? t('applicant.save') : card ? t('applicant.saveNext') : t('applicant.add')}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={() => void cancel()}>
              {card && !alone ? t('applicant.other') : t('action.cancel')}
            </Button>
          )}
        </Group>
      </WalkArea>
    </Section>
  );
}

// What the person has been shown, and goes on with.
type Seen = { namesakes?: 'accepted'; overdue?: 'accepted' };

function send(
  card: Applicant | undefined,
  body: object,
  key: string,
  { namesakes, overdue }: Seen,
): Promise<Applicant> {
  if (!card)
    return take(
      api.POST('/api/v1/applicants', {
        params: { header: { 'Idempotency-Key': key }, query: { namesakes, overdue } },
        body: body as never,
      }),
    );
  return take(
    api.PUT('/api/v1/applicants/{id}', {
      params: {
        path: { id: card.id },
        header: { 'If-Match': ifMatch(card.version) },
        query: { overdue },
      },
      body: { other_documents: card.other_documents, ...body } as never,
    }),
  );
}

// A Russian passport has its names in Russian letters: others come from a wrong keyboard layout.
function lettersOfNames(data: Data): FieldError[] {
  const document = data.identity_document as Data | undefined;
  if (document?.kind !== 'passport_rf') return [];
  return ['last_name', 'first_name', 'middle_name']
    .filter((name) => /[A-Za-z]/.test(String(data[name] ?? '')))
    .map((name) => ({ pointer: `/${name}`, code: 'person_name.cyrillic' }));
}

// In the order of the screen, whoever found them.
function merged(schema: FormSchema, own: FieldError[], server: FieldError[]): FieldError[] {
  const known = new Set(own.map(({ pointer }) => pointer));
  const order = Object.keys(schema.properties ?? {});
  const place = ({ pointer }: FieldError) => order.indexOf(pointer.split('/')[1] ?? '');
  const all = [...own, ...server.filter(({ pointer }) => !known.has(pointer))];
  return all.sort((one, other) => place(one) - place(other));
}

// SPDX-License-Identifier: Apache-2.0
import { Box, Button, Checkbox, Group, Switch, Text } from '@mantine/core';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ErrorSummary, fieldTitle } from '@/ui/schema-form/error-summary.tsx';
import { fieldId, SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { stopHere } from '@/ui/schema-form/walk.ts';
import { Section } from '@/ui/section.tsx';
import { formOf, formProblems, representativePlace, wholeSchema } from './form-problems.ts';
import type { Application } from './queries.ts';
import { RepresentativeFields } from './representative-fields.tsx';
import { emptyRepresentative } from './representative-schema.ts';
import { sameSnils } from './same-snils.ts';
import type { useDraft } from './use-draft.ts';
import { useTypedForm } from './use-typed-form.ts';

const formIdPrefix = 'form';

type FormStepProps = {
  application: Application;
  draft: ReturnType<typeof useDraft>;
  // A pointer the person was sent to by another step.
  wanted?: { pointer: string };
  // It is the step on the screen.
  current: boolean;
  onNext: () => void;
};

export function isEditable(application: Application) {
  return application.actions.some(({ action, allowed }) => action === 'edit' && allowed);
}

export function FormStep({ application, draft, wanted, current, onNext }: FormStepProps) {
  const t = useT();
  const [form, type] = useTypedForm(application, draft);
  const [consent, setConsent] = useState(
    () => draft.initial.consent ?? application.consent ?? false,
  );
  const [representative, setRepresentative] = useState(() =>
    'representative' in draft.initial ? draft.initial.representative : application.representative,
  );
  const [attempts, setAttempts] = useState(0);
  const editable = isEditable(application);
  const showAll = editable && (attempts > 0 || wanted !== undefined);
  const parts = { form, representative: representative ?? undefined };
  const problems = showAll ? formProblems(application, parts, t) : [];
  // To the next step, unless something is wrong: then it is shown, and there are other ways on.
  const goOn = () => {
    if (!editable || formProblems(application, parts, t).length === 0) return onNext();
    flushSync(() => setAttempts((before) => before + 1));
  };
  useHotkeys(
    t('section.intake'),
    current ? [{ keys: 'mod+Enter', title: t('intake.next'), run: goOn }] : [],
  );

  return (
    <>
      <ErrorSummary
        title={t('form.errors')}
        schema={wholeSchema(application, parts, t)}
        errors={problems}
        idPrefix={formIdPrefix}
        attempts={attempts}
        goTo={wanted}
      >
        <Text size="sm" mt="xs">
          {t('form.errors.later')}
        </Text>
        <Button size="compact-sm" variant="default" mt={6} onClick={onNext}>
          {t('form.errors.goOn')}
        </Button>
      </ErrorSummary>
      <Section title={application.service.short_name}>
        <SchemaForm
          schema={formOf(application)}
          data={form}
          readOnly={!editable}
          showAll={showAll && attempts + 1}
          idPrefix={formIdPrefix}
          onChange={(next) => void type(next)}
        />
      </Section>
      {editable && <SameSnils schema={formOf(application)} form={form} />}
      <Section title={t('intake.representative')}>
        <Switch
          id={fieldId(formIdPrefix, `/${representativePlace}`)}
          label={t('intake.representative.present')}
          checked={Boolean(representative)}
          disabled={!editable}
          onChange={(event) => {
            const next = event.currentTarget.checked ? emptyRepresentative : undefined;
            setRepresentative(next);
            draft.change({ representative: (next ?? null) as never });
          }}
        />
        {representative && (
          <Box mt="sm">
            <RepresentativeFields
              value={representative}
              readOnly={!editable}
              showAll={showAll}
              idPrefix={fieldId(formIdPrefix, `/${representativePlace}`)}
              onChange={(next) => {
                setRepresentative(next);
                draft.change({ representative: next });
              }}
            />
          </Box>
        )}
      </Section>
      {/* Personal data are a human being's: an organization has none to consent about. */}
      {(application.applicant.kind !== 'legal_entity' || consent) && (
        <Section title={t('intake.consent')}>
          <Checkbox
            label={t('intake.consent.text')}
            description={t('intake.consent.note')}
            checked={consent}
            {...(consent ? {} : stopHere)}
            disabled={!editable}
            onChange={(event) => {
              setConsent(event.currentTarget.checked);
              draft.change({ consent: event.currentTarget.checked });
            }}
          />
        </Section>
      )}
      <Group mt="xs">
        <Button onClick={goOn} aria-keyshortcuts="Control+Enter" data-walk-on>
          {t('intake.toDocuments')}
        </Button>
      </Group>
    </>
  );
}

// Nobody but the person with the card in hand can say which of the two is wrong.
function SameSnils({ schema, form }: { schema: FormSchema; form: Data }) {
  const { t, language } = useLanguage();
  return sameSnils(schema, form).map((pointers) => (
    <Notice key={pointers.join()} tone="wait" role="status" title={t('intake.sameSnils')}>
      <Text size="sm">
        {pointers.map((pointer) => fieldTitle(schema, pointer, language)).join('; ')}
      </Text>
    </Notice>
  ));
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Switch } from '@mantine/core';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { Section } from '@/ui/section.tsx';
import type { Application } from './queries.ts';
import { RepresentativeFields } from './representative-fields.tsx';
import type { useDraft } from './use-draft.ts';

export const formIdPrefix = 'form';

type FormStepProps = {
  application: Application;
  draft: ReturnType<typeof useDraft>;
  onNext: () => void;
};

export function isEditable(application: Application) {
  return application.actions.some(({ action, allowed }) => action === 'edit' && allowed);
}

export function FormStep({ application, draft, onNext }: FormStepProps) {
  const t = useT();
  const [form, setForm] = useState<Data>(() => draft.initial.form ?? (application.form as Data));
  const [consent, setConsent] = useState(
    () => draft.initial.consent ?? application.consent ?? false,
  );
  const [representative, setRepresentative] = useState(
    () => draft.initial.representative ?? application.representative,
  );
  const editable = isEditable(application);

  return (
    <>
      <Section title={application.service.short_name}>
        <SchemaForm
          schema={application.service.form as unknown as FormSchema}
          data={form}
          readOnly={!editable}
          idPrefix={formIdPrefix}
          onChange={(next) => {
            setForm(next);
            draft.change({ form: next });
          }}
        />
      </Section>
      <Section title={t('intake.representative')}>
        <Switch
          label={t('intake.representative.present')}
          checked={representative !== undefined}
          disabled={!editable}
          onChange={(event) => {
            const next = event.currentTarget.checked ? {} : undefined;
            setRepresentative(next);
            draft.change({ representative: (next ?? null) as never });
          }}
        />
        {representative !== undefined && (
          <RepresentativeFields
            value={representative}
            readOnly={!editable}
            onChange={(next) => {
              setRepresentative(next);
              draft.change({ representative: next });
            }}
          />
        )}
      </Section>
      <Section title={t('intake.consent')}>
        <Checkbox
          id="consent"
          label={t('intake.consent.text')}
          checked={consent}
          disabled={!editable}
          onChange={(event) => {
            setConsent(event.currentTarget.checked);
            draft.change({ consent: event.currentTarget.checked });
          }}
        />
      </Section>
      <Group mt="xs">
        <Button onClick={onNext} aria-keyshortcuts="Control+Enter">
          {t('intake.toDocuments')}
        </Button>
      </Group>
    </>
  );
}

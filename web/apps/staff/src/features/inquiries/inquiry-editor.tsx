// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiCodeTags, mdiSendOutline } from '@mdi/js';
import type { FieldError } from '@okno/forms-core/schema';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { SaveNote } from '@/ui/save-note.tsx';
import { ErrorSummary } from '@/ui/schema-form/error-summary.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type Inquiry, useSend } from './inquiry.ts';
import { allErrors, formErrors, formIdPrefix, schemaOf, useInquiryForm } from './inquiry-form.ts';
import { InquiryMenu } from './inquiry-menu.tsx';
import type { FrameParts } from './inquiry-page.tsx';

const SoapDrawer = lazy(() => import('./soap-drawer.tsx'));

type InquiryEditorProps = { inquiry: Inquiry; frame: (parts: FrameParts) => ReactNode };

// An inquiry being filled: saved as typed, looked at as SOAP, sent.
export function InquiryEditor({ inquiry, frame }: InquiryEditorProps) {
  const t = useT();
  const toast = useToast();
  const form = useInquiryForm(inquiry);
  const send = useSend(inquiry);
  const [attempted, setAttempted] = useState(false);
  const [showsSoap, setShowsSoap] = useState(false);
  const schema = schemaOf(inquiry);
  const refused = formErrors(send.error);
  // The server has judged what is saved; while something newer is on its way its word is old.
  const judged: FieldError[] = form.saving.state.kind === 'saved' ? inquiry.errors : [];
  const server = refused.length > 0 ? refused : judged;
  const errors = schema && attempted ? allErrors(schema, form.data, server) : [];

  // True when what is typed is right and at the server.
  const ready = async () => {
    flushSync(() => setAttempted(true));
    if (!schema || allErrors(schema, form.data, []).length > 0) return false;
    return form.flush();
  };
  const showSoap = async () => {
    if (await ready()) setShowsSoap(true);
  };
  const submit = async () => {
    if (send.isPending || !(await ready())) return;
    send.mutate(form.version(), { onSuccess: () => toast.done(t('inquiry.queued')) });
  };
  useHotkeys(t('inquiry.inquiry'), [
    { keys: 'mod+Enter', title: t('inquiry.send'), run: () => void submit() },
    { keys: 'alt+X', title: t('inquiry.soap'), run: () => void showSoap() },
  ]);

  return frame({
    actions: (
      <>
        <Button
          variant="default"
          leftSection={<Icon path={mdiCodeTags} size={18} />}
          onClick={() => void showSoap()}
          aria-keyshortcuts="Alt+X"
        >
          {t('inquiry.showSoap')}
        </Button>
        <Button
          leftSection={<Icon path={mdiSendOutline} size={18} />}
          loading={send.isPending}
          onClick={() => void submit()}
          aria-keyshortcuts="Control+Enter"
        >
          {t('inquiry.send')}
        </Button>
        <InquiryMenu inquiry={inquiry} />
      </>
    ),
    main: (
      <Section title={inquiry.title} aside={<SaveNote saving={form.saving} />}>
        {inquiry.description && (
          <Text size="sm" c="dimmed" mb="xs">
            {inquiry.description}
          </Text>
        )}
        {refused.length === 0 && <ProblemAlert error={send.error} kept focus />}
        {schema ? (
          <>
            <ErrorSummary
              title={t('inquiry.errors')}
              schema={schema}
              errors={errors}
              idPrefix={formIdPrefix}
            />
            <SchemaForm
              schema={schema}
              data={form.data}
              showAll={attempted}
              serverErrors={server}
              idPrefix={formIdPrefix}
              onChange={(next) => {
                form.change(next);
                if (send.isError) send.reset();
              }}
            />
          </>
        ) : (
          <Text size="sm">{t('inquiry.typeLost')}</Text>
        )}
        <Suspense>
          {showsSoap && <SoapDrawer inquiry={inquiry} onClose={() => setShowsSoap(false)} />}
        </Suspense>
      </Section>
    ),
  });
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Text, TextInput } from '@mantine/core';
import { mdiCodeTags, mdiContentSaveOutline, mdiDrawPen, mdiSendOutline } from '@mdi/js';
import { hasCode } from '@okno/api/problem';
import type { Data, FieldError } from '@okno/forms-core/schema';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Renewed } from '@/ui/renewed.tsx';
import { SaveNote } from '@/ui/save-note.tsx';
import { ErrorSummary } from '@/ui/schema-form/error-summary.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import { CasePeople } from './case-people.tsx';
import { DraftApplicant } from './draft-applicant.tsx';
import { useFirstField } from './first-field.ts';
import { type Inquiry, useSend } from './inquiry.ts';
import {
  allErrors,
  formErrors,
  formIdPrefix,
  inquiryDifferences,
  schemaOf,
  useInquiryForm,
} from './inquiry-form.ts';
import { InquiryMenu } from './inquiry-menu.tsx';
import type { FrameParts } from './inquiry-page.tsx';
import { SignDialog } from './sign-dialog.tsx';

const SoapDrawer = lazy(() => import('./soap-drawer.tsx'));

type Signed = { version: number; data: Data };

type InquiryEditorProps = { inquiry: Inquiry; frame: (parts: FrameParts) => ReactNode };

// An inquiry being filled: saved as typed, looked at as SOAP, sent.
export function InquiryEditor({ inquiry, frame }: InquiryEditorProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const form = useInquiryForm(inquiry);
  const send = useSend(inquiry);
  const firstField = useFirstField();
  const [attempts, setAttempts] = useState(0);
  const attempted = attempts > 0;
  const [showsSoap, setShowsSoap] = useState(false);
  // What is signed is what was looked at: the content in the version it had when the dialog opened.
  const [signs, setSigns] = useState<Signed>();
  const schema = schemaOf(inquiry);
  const refused = formErrors(send.error);
  // The server has judged what is saved; while something newer is on its way its word is old.
  const judged: FieldError[] = form.saving.state.kind === 'saved' ? inquiry.errors : [];
  const server = refused.length > 0 ? refused : judged;
  const errors = schema && attempted ? allErrors(schema, form.data, server) : [];

  // True when what is typed is right and at the server.
  const ready = async () => {
    flushSync(() => setAttempts((before) => before + 1));
    if (!schema || allErrors(schema, form.data, []).length > 0) return false;
    return form.flush();
  };
  const showSoap = async () => {
    if (await ready()) setShowsSoap(true);
  };
  const save = async () => {
    if (await form.save()) toast.done(t('inquiry.saved'));
  };
  const signing = inquiry.personal_signature;
  const submit = async () => {
    if (send.isPending || !(await ready())) return;
    send.mutate({ version: form.version() }, { onSuccess: () => toast.done(t('inquiry.queued')) });
  };
  const sign = ({ version }: Signed, password: string) =>
    send.mutateAsync(
      { version, password },
      // Changed meanwhile: the new content is to be looked at first.
      { onError: (error) => hasCode(error, 'request.stale') && setSigns(undefined) },
    );
  const askToSign = async () => {
    if (send.isPending || !(await ready())) return;
    send.reset();
    setSigns({ version: form.version(), data: form.data });
  };
  const go = () => void (signing === 'demanded' ? askToSign() : submit());
  useHotkeys(t('inquiry.inquiry'), [
    {
      keys: 'mod+Enter',
      title: t(signing === 'demanded' ? 'inquiry.sign' : 'inquiry.send'),
      run: go,
    },
    { keys: 'mod+S', title: t('inquiry.save'), run: () => void save() },
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
          variant="default"
          leftSection={<Icon path={mdiContentSaveOutline} size={18} />}
          onClick={() => void save()}
          aria-keyshortcuts="Control+S"
        >
          {t('inquiry.save')}
        </Button>
        {signing === 'possible' && (
          <Button
            variant="default"
            leftSection={<Icon path={mdiDrawPen} size={18} />}
            onClick={() => void askToSign()}
          >
            {t('inquiry.signToo')}
          </Button>
        )}
        <Button
          leftSection={
            <Icon path={signing === 'demanded' ? mdiDrawPen : mdiSendOutline} size={18} />
          }
          loading={send.isPending}
          onClick={go}
          aria-keyshortcuts="Control+Enter"
        >
          {t(signing === 'demanded' ? 'inquiry.sign' : 'inquiry.send')}
        </Button>
        <InquiryMenu inquiry={inquiry} />
      </>
    ),
    main: (
      <Section
        title={inquiry.title}
        aside={
          <SaveNote
            saving={form.saving}
            differences={inquiryDifferences(form.saving.clash, { t, language })}
          />
        }
      >
        {inquiry.description && (
          <Text size="sm" c="dimmed" mb="xs">
            {inquiry.description}
          </Text>
        )}
        <DraftApplicant inquiry={inquiry} form={form} />
        {inquiry.application_id && schema && (
          <CasePeople
            application={inquiry.application_id}
            schema={schema}
            data={form.data}
            onChange={form.change}
          />
        )}
        {refused.length === 0 && !signs && <ProblemAlert error={send.error} kept focus />}
        {schema ? (
          <>
            <ErrorSummary
              title={t('inquiry.errors')}
              schema={schema}
              errors={errors}
              idPrefix={formIdPrefix}
              attempts={attempts}
              refusal={send.error}
            />
            <div ref={firstField}>
              <Renewed by={form.saving.revision}>
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
              </Renewed>
            </div>
            <TextInput
              mt="md"
              maw="20rem"
              label={t('inquiry.consumerNumber')}
              description={t('inquiry.consumerNumber.hint')}
              maxLength={50}
              value={form.number}
              onChange={(event) => form.changeNumber(event.currentTarget.value)}
            />
          </>
        ) : (
          <Text size="sm">{t('inquiry.typeLost')}</Text>
        )}
        {signs && schema && (
          <SignDialog
            schema={schema}
            data={signs.data}
            demanded={signing === 'demanded'}
            step={send}
            onSign={(password) => sign(signs, password)}
            onDone={() => {
              setSigns(undefined);
              toast.done(t('inquiry.queued'));
            }}
            onClose={() => setSigns(undefined)}
          />
        )}
        <Suspense>
          {showsSoap && <SoapDrawer inquiry={inquiry} onClose={() => setShowsSoap(false)} />}
        </Suspense>
      </Section>
    ),
  });
}

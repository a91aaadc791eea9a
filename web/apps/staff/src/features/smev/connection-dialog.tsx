// SPDX-License-Identifier: Apache-2.0
import {
  Fieldset,
  Modal,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { newIdempotencyKey } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type ConnectionForm, fieldName, formOf, inputOf, pointers } from './connection-form.ts';
import { type ConnectionSettings, connectionQuery, useSaveConnection } from './connections.ts';
import { envelopeVersions } from './messages.ts';
import { PemField } from './pem-field.tsx';

type ConnectionDialogProps = { id?: string; onClose: () => void };

export function ConnectionDialog({ id, onClose }: ConnectionDialogProps) {
  const t = useT();
  const known = useQuery({ ...connectionQuery(id ?? ''), enabled: id !== undefined });
  if (id === undefined || known.isSuccess) return <Settings known={known.data} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} size="xl" title={t('smev.connection.title')}>
      {known.error ? (
        <ProblemAlert error={known.error} onRetry={() => void known.refetch()} />
      ) : (
        <RoutePending />
      )}
    </Modal>
  );
}

// What is typed is not lost by Esc or a cross: the person is asked first.
function useLeaving(dirty: boolean, onClose: () => void) {
  const t = useT();
  const confirm = useConfirm();
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    const sure = await confirm({
      title: t('smev.connection.leave.title'),
      text: t('smev.connection.leave.text'),
      action: t('smev.connection.leave'),
      danger: true,
    });
    setAsking(false);
    if (sure) onClose();
  };
  const leave = () => {
    if (!dirty) onClose();
    else if (!asking) void ask();
  };
  return { leave, asking };
}

type SettingsProps = { known?: ConnectionSettings; onClose: () => void };

function Settings({ known, onClose }: SettingsProps) {
  const t = useT();
  const toast = useToast();
  // As they were when the typing began: what somebody else saves meanwhile neither takes it away nor is written over.
  const [settings] = useState(known);
  const [form, setForm] = useState(() => formOf(settings));
  const [dirty, setDirty] = useState(false);
  const { leave, asking } = useLeaving(dirty, onClose);
  const [idempotencyKey] = useState(newIdempotencyKey);
  const save = useSaveConnection(settings, idempotencyKey);
  // The list of faults is above what the dialog shows at its buttons: the first wrong field comes into sight.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (save.error) box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [save.error]);
  const wrong = (pointer: string) =>
    save.error instanceof ProblemError
      ? save.error.problem.fields?.find((field) => field.pointer === pointer)?.title
      : undefined;
  const set = (name: keyof ConnectionForm, value: string) => {
    setDirty(true);
    setForm((before) => ({ ...before, [name]: value }));
  };
  const bind = (name: keyof ConnectionForm) => ({
    value: form[name],
    error: wrong(pointers[name]),
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  const bindPem = (name: keyof ConnectionForm) => ({
    ...bind(name),
    onChange: (value: string) => set(name, value),
  });
  const kept = settings && t('smev.field.secretKept');
  return (
    <FormDialog
      title={t('smev.connection.title')}
      size="xl"
      action={t('smev.connection.save')}
      step={save}
      problem={null}
      onSubmit={() => save.mutateAsync(inputOf(form, settings))}
      onDone={() => {
        toast.done(t('smev.connection.saved'));
        onClose();
      }}
      onClose={leave}
      closeOnEscape={!asking}
    >
      <Stack gap="sm" ref={box}>
        <ProblemAlert error={save.error} nameOf={(pointer) => fieldName(pointer, t)} />
        <SimpleGrid cols={2}>
          <TextInput label={t('smev.field.mnemonic')} required {...bind('mnemonic')} />
          <Select
            label={t('smev.field.version')}
            data={[...envelopeVersions]}
            value={form.version}
            allowDeselect={false}
            error={wrong(pointers.version)}
            onChange={(version) => version && set('version', version)}
          />
          <TextInput label={t('smev.field.url')} required {...bind('url')} />
          <TextInput label={t('smev.field.node')} {...bind('nodeId')} />
          <PemField
            kind="key"
            label={t('smev.field.key')}
            description={kept}
            required={!settings}
            {...bindPem('key')}
          />
          <PemField
            kind="certificate"
            label={t('smev.field.certificate')}
            description={kept}
            required={!settings}
            {...bindPem('certificate')}
          />
          <PemField
            kind="certificate"
            label={t('smev.field.busCertificate')}
            required
            {...bindPem('busCertificate')}
          />
          <PemField kind="certificate" many label={t('smev.field.roots')} {...bindPem('roots')} />
        </SimpleGrid>
        <Fieldset legend={t('smev.field.ftp')}>
          <SimpleGrid cols={3}>
            <TextInput label={t('smev.field.ftpHost')} {...bind('ftpHost')} />
            <TextInput label={t('smev.field.ftpPort')} inputMode="numeric" {...bind('ftpPort')} />
            <TextInput label={t('smev.field.ftpDirectory')} {...bind('ftpDirectory')} />
            <TextInput label={t('smev.field.ftpUser')} {...bind('ftpUser')} />
            <PasswordInput
              label={t('smev.field.ftpPassword')}
              description={settings?.ftp.has_password ? kept : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              {...bind('ftpPassword')}
            />
          </SimpleGrid>
        </Fieldset>
        <Limits bind={bind} />
      </Stack>
    </FormDialog>
  );
}

type LimitsProps = {
  bind: (name: keyof ConnectionForm) => object;
};

function Limits({ bind }: LimitsProps) {
  const t = useT();
  const fields = [
    'maxInFlight',
    'maxAttempts',
    'deliveryHours',
    'pollShortest',
    'pollLongest',
  ] as const;
  return (
    <Fieldset legend={t('smev.field.limits')}>
      <SimpleGrid cols={3}>
        {fields.map((name) => (
          <TextInput
            key={name}
            label={t(`smev.field.${name}`)}
            inputMode="numeric"
            {...bind(name)}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Fieldset,
  Group,
  Modal,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { ProblemError } from '@okno/api/problem';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type ConnectionForm, formOf, inputOf } from './connection-form.ts';
import { type ConnectionSettings, connectionQuery, useSaveConnection } from './connections.ts';
import { envelopeVersions } from './messages.ts';

type ConnectionDialogProps = { id?: string; onClose: () => void };

export function ConnectionDialog({ id, onClose }: ConnectionDialogProps) {
  const t = useT();
  const known = useQuery({ ...connectionQuery(id ?? ''), enabled: id !== undefined });
  const ready = id === undefined || known.isSuccess;
  return (
    <Modal opened onClose={onClose} size="xl" title={t('smev.connection.title')}>
      <ProblemAlert error={known.error} onRetry={() => void known.refetch()} />
      {ready ? (
        <Form key={known.data?.revision} settings={known.data} onClose={onClose} />
      ) : (
        !known.error && <RoutePending />
      )}
    </Modal>
  );
}

function Form({ settings, onClose }: { settings?: ConnectionSettings; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const [form, setForm] = useState(() => formOf(settings));
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = useSaveConnection(settings, idempotencyKey);
  // The list of faults is above what the dialog shows at its buttons: the first wrong field comes into sight.
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (save.error) box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [save.error]);
  const wrong = (pointer: string) =>
    save.error instanceof ProblemError
      ? save.error.problem.fields?.find((field) => field.pointer === pointer)?.title
      : undefined;
  const bind = (name: keyof ConnectionForm, pointer: string) => ({
    value: form[name],
    error: wrong(pointer),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });
  const kept = settings && t('smev.field.secretKept');
  return (
    <form
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(inputOf(form, settings), {
          onSuccess: () => {
            toast.done(t('smev.connection.saved'));
            onClose();
          },
        });
      }}
    >
      <Stack gap="sm">
        <ProblemAlert error={save.error} />
        <SimpleGrid cols={2}>
          <TextInput label={t('smev.field.mnemonic')} required {...bind('mnemonic', '/mnemonic')} />
          <Select
            label={t('smev.field.version')}
            data={[...envelopeVersions]}
            value={form.version}
            allowDeselect={false}
            error={wrong('/version')}
            onChange={(version) => version && setForm((before) => ({ ...before, version }))}
          />
          <TextInput label={t('smev.field.url')} required {...bind('url', '/url')} />
          <TextInput label={t('smev.field.node')} {...bind('nodeId', '/node_id')} />
          <Textarea
            label={t('smev.field.key')}
            description={kept}
            required={!settings}
            rows={3}
            {...bind('key', '/key_pem')}
          />
          <Textarea
            label={t('smev.field.certificate')}
            description={kept}
            required={!settings}
            rows={3}
            {...bind('certificate', '/certificate_pem')}
          />
          <Textarea
            label={t('smev.field.busCertificate')}
            required
            rows={3}
            {...bind('busCertificate', '/bus_certificate_pem')}
          />
          <Textarea
            label={t('smev.field.roots')}
            rows={3}
            {...bind('roots', '/trusted_roots_pem')}
          />
        </SimpleGrid>
        <Fieldset legend={t('smev.field.ftp')}>
          <SimpleGrid cols={3}>
            <TextInput label={t('smev.field.ftpHost')} {...bind('ftpHost', '/ftp/host')} />
            <TextInput
              label={t('smev.field.ftpPort')}
              inputMode="numeric"
              {...bind('ftpPort', '/ftp/port')}
            />
            <TextInput
              label={t('smev.field.ftpDirectory')}
              {...bind('ftpDirectory', '/ftp/directory')}
            />
            <TextInput label={t('smev.field.ftpUser')} {...bind('ftpUser', '/ftp/user')} />
            <PasswordInput
              label={t('smev.field.ftpPassword')}
              description={settings?.ftp.has_password ? kept : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              {...bind('ftpPassword', '/ftp/password')}
            />
          </SimpleGrid>
        </Fieldset>
        <Limits bind={bind} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('smev.connection.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type LimitsProps = {
  bind: (name: keyof ConnectionForm, pointer: string) => object;
};

function Limits({ bind }: LimitsProps) {
  const t = useT();
  const fields = [
    ['maxInFlight', 'max_in_flight'],
    ['maxAttempts', 'max_attempts'],
    ['deliveryHours', 'delivery_hours'],
    ['pollShortest', 'poll_shortest_ms'],
    ['pollLongest', 'poll_longest_ms'],
  ] as const;
  return (
    <Fieldset legend={t('smev.field.limits')}>
      <SimpleGrid cols={3}>
        {fields.map(([name, key]) => (
          <TextInput
            key={name}
            label={t(`smev.field.${name}`)}
            inputMode="numeric"
            {...bind(name, `/limits/${key}`)}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

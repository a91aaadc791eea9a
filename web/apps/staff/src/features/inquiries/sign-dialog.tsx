// SPDX-License-Identifier: Apache-2.0
import { Button, Fieldset, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { mdiDrawPen } from '@mdi/js';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { shortDate } from '@/lib/dates.ts';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useLanguage } from '@/lib/language.tsx';
import { type SigningKey, signingKeyQuery } from '@/lib/signing-key.ts';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { SigningKeyNotice } from '@/ui/signing-key-notice.tsx';
import { TextLink } from '@/ui/text-link.tsx';

type SignDialogProps = {
  // What will be signed, as it is.
  schema: FormSchema;
  data: Data;
  demanded: boolean;
  pending: boolean;
  error: unknown;
  onSign: (password: string) => void;
  onClose: () => void;
};

// The content is signed by hand: whose key it is, and the word that opens it, asked each time.
export function SignDialog({ schema, data, demanded, onClose, ...signing }: SignDialogProps) {
  const { t } = useLanguage();
  const query = useQuery(signingKeyQuery);
  return (
    <Modal opened onClose={onClose} title={t('inquiry.sign')} size="lg" closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{t(demanded ? 'inquiry.sign.demanded' : 'inquiry.sign.about')}</Text>
        {query.isPending && <RoutePending />}
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        {query.data === null && (
          <Notice tone="wait" title={t('inquiry.sign.noKey')}>
            <TextLink to="/account">{t('inquiry.sign.upload')}</TextLink>
          </Notice>
        )}
        <Fieldset legend={t('inquiry.sign.what')} mah="45vh" style={{ overflow: 'auto' }}>
          <SchemaForm
            schema={schema}
            data={data}
            showAll={false}
            serverErrors={[]}
            idPrefix="signed"
            readOnly
            onChange={() => undefined}
          />
        </Fieldset>
        {query.data && <SignForm signingKey={query.data} onClose={onClose} {...signing} />}
      </Stack>
    </Modal>
  );
}

type SignFormProps = Omit<SignDialogProps, 'demanded' | 'schema' | 'data'> & {
  signingKey: SigningKey;
};

function SignForm({ signingKey, pending, error, onSign, onClose }: SignFormProps) {
  const { t, language } = useLanguage();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !pending) onSign(password);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          {t('inquiry.sign.whose', {
            owner: signingKey.owner,
            date: shortDate(signingKey.not_after.slice(0, 10), language),
          })}
        </Text>
        <SigningKeyNotice signingKey={signingKey} />
        <PasswordInput
          label={t('signingKey.password')}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fieldProblem(error, '/password')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          data-autofocus
        />
        <ProblemAlert error={besidesFields(error, ['/password'])} kept focus />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            type="submit"
            leftSection={<Icon path={mdiDrawPen} size={18} />}
            disabled={!password || Boolean(signingKey.objection)}
            loading={pending}
          >
            {t('inquiry.sign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

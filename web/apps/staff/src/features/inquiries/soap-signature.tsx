// SPDX-License-Identifier: Apache-2.0
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { mdiDrawPen } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { signingKeyQuery } from '@/lib/signing-key.ts';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import type { Soap, useSignSoap } from './soap.ts';

type SoapSignatureProps = { soap: Soap; sign: ReturnType<typeof useSignSoap> };

// What the shown message lacks of the one that is sent: the signature of an official. With the password of the key it
// is made here too.
export function SoapSignature({ soap, sign }: SoapSignatureProps) {
  const t = useT();
  const { personal_signature: personal, sent } = soap;
  if (sent || personal === 'impossible') return null;
  if (personal === 'signed') {
    return <Notice tone="good" role="status" title={t('inquiry.soap.signed')} />;
  }
  return (
    <Notice tone="info" title={t(`inquiry.soap.${personal}`)}>
      <Stack gap="xs">
        <Text size="sm">{t('inquiry.soap.personal')}</Text>
        <SignForm sign={sign} />
      </Stack>
    </Notice>
  );
}

function SignForm({ sign }: Pick<SoapSignatureProps, 'sign'>) {
  const t = useT();
  const maySend = useRight('inquiries.send');
  const key = useQuery({ ...signingKeyQuery, enabled: maySend }).data;
  const [password, setPassword] = useState('');
  if (!key || key.objection) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !sign.isPending) sign.mutate(password);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <PasswordInput
          w="18rem"
          label={t('signingKey.password')}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fieldProblem(sign.error, '/password')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<Icon path={mdiDrawPen} size={18} />}
          disabled={!password}
          loading={sign.isPending}
        >
          {t('inquiry.soap.sign')}
        </Button>
      </Group>
      <ProblemAlert error={besidesFields(sign.error, ['/password'])} />
    </form>
  );
}

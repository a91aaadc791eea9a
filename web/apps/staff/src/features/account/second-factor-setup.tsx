// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './account-page.module.css';
import { QrCode } from './qr-code.tsx';
import { useConfirmSecondFactor } from './second-factor.ts';

type SecondFactorSetupProps = { secret: string; uri: string; onClose: () => void };

function grouped(secret: string) {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

export function SecondFactorSetup({ secret, uri, onClose }: SecondFactorSetupProps) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirmSecondFactor();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.replace(/\s/g, ''), {
      onSuccess: () => {
        toast.done(t('account.factor.switchedOn'));
        onClose();
      },
    });
  };

  return (
    <div className={classes.setup}>
      <QrCode text={uri} label={t('account.factor.qr')} />
      <div className={classes.steps}>
        <Text size="sm">{t('account.factor.scan')}</Text>
        <div>
          <Text size="xs" c="dimmed">
            {t('account.factor.byHand')}
          </Text>
          <div className={classes.secret}>{grouped(secret)}</div>
          <Anchor href={uri} size="sm">
            {t('account.factor.openApp')}
          </Anchor>
        </div>
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            label={t('signIn.code')}
            description={t('account.factor.confirmHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={fieldProblem(confirm.error, '/code')}
          />
          <ProblemAlert error={besidesFields(confirm.error, ['/code'])} focus />
          <Group gap="xs">
            <Button type="submit" disabled={!code.trim()} loading={confirm.isPending}>
              {t('account.factor.confirm')}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          </Group>
        </form>
      </div>
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, FileInput, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useT } from '@/lib/language.tsx';
import { useKeepSigningKey } from '@/lib/signing-key.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './account-page.module.css';

const pointers = ['/file', '/password', '/account_password'];

type SigningKeyFormProps = { onKept: () => void; onCancel?: () => void };

// A file of one's own and the word that opens it: proved once, the word is not kept. An open session
// is not enough to put another key in: the password of the account is asked too.
export function SigningKeyForm({ onKept, onCancel }: SigningKeyFormProps) {
  const t = useT();
  const toast = useToast();
  const keep = useKeepSigningKey();
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const [ownPassword, setOwnPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    keep.mutate(
      { file, password, ownPassword },
      {
        onSuccess: () => {
          toast.done(t('signingKey.kept'));
          setPassword('');
          setOwnPassword('');
          onKept();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <FileInput
        label={t('signingKey.file')}
        description={t('signingKey.file.hint')}
        placeholder={t('signingKey.file.choose')}
        accept=".p12,.pfx"
        value={file}
        onChange={setFile}
        error={fieldProblem(keep.error, '/file')}
        clearable
      />
      <PasswordInput
        label={t('signingKey.password')}
        description={t('signingKey.password.hint')}
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={fieldProblem(keep.error, '/password')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <PasswordInput
        label={t('account.password.own')}
        description={t('signingKey.ownPassword.hint')}
        autoComplete="current-password"
        value={ownPassword}
        onChange={(event) => setOwnPassword(event.currentTarget.value)}
        error={fieldProblem(keep.error, '/account_password')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <ProblemAlert error={besidesFields(keep.error, pointers)} focus />
      <Group gap="xs">
        <Button
          type="submit"
          disabled={!file || !password || !ownPassword}
          loading={keep.isPending}
        >
          {t('signingKey.keep')}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}

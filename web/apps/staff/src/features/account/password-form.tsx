// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './account-page.module.css';
import { leastPasswordLength, useChangePassword } from './password.ts';

const empty = { current: '', next: '', again: '' };

export function PasswordForm() {
  const t = useT();
  const toast = useToast();
  const { login } = useSession().user;
  const change = useChangePassword();
  const [fields, setFields] = useState(empty);
  const tooShort = fields.next !== '' && fields.next.length < leastPasswordLength;
  const differs = fields.again !== '' && fields.again !== fields.next;
  const ready = fields.current && fields.next && fields.again && !tooShort && !differs;
  const set = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [name]: event.currentTarget.value });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    change.mutate(
      { current: fields.current, new: fields.next },
      {
        onSuccess: () => {
          setFields(empty);
          toast.done(t('account.password.changed'));
        },
      },
    );
  };
  const eye = { 'aria-label': t('signIn.showPassword') };

  return (
    <Section title={t('account.password')}>
      <form onSubmit={submit} className={classes.form}>
        {/* For the browser's own store of passwords: whose password this is. */}
        <input type="hidden" autoComplete="username" name="username" value={login} readOnly />
        <PasswordInput
          label={t('account.password.current')}
          autoComplete="current-password"
          value={fields.current}
          onChange={set('current')}
          error={fieldProblem(change.error, '/current')}
          visibilityToggleButtonProps={eye}
        />
        <PasswordInput
          label={t('account.password.new')}
          description={t('account.password.rule', { count: leastPasswordLength })}
          autoComplete="new-password"
          value={fields.next}
          onChange={set('next')}
          error={
            tooShort
              ? t('account.password.tooShort', { count: leastPasswordLength })
              : fieldProblem(change.error, '/new')
          }
          visibilityToggleButtonProps={eye}
        />
        <PasswordInput
          label={t('account.password.again')}
          autoComplete="new-password"
          value={fields.again}
          onChange={set('again')}
          error={differs && t('account.password.differs')}
          visibilityToggleButtonProps={eye}
        />
        <ProblemAlert error={besidesFields(change.error, ['/current', '/new'])} kept focus />
        <div>
          <Button type="submit" disabled={!ready} loading={change.isPending}>
            {t('account.password.change')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

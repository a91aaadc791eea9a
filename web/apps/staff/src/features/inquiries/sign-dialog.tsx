// SPDX-License-Identifier: Apache-2.0
import { Fieldset, PasswordInput, Text } from '@mantine/core';
import { mdiDrawPen } from '@mdi/js';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDate } from '@/lib/dates.ts';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { type SigningKey, signingKeyQuery } from '@/lib/signing-key.ts';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { SigningKeyNotice } from '@/ui/signing-key-notice.tsx';
import { TextLink } from '@/ui/text-link.tsx';

type SignDialogProps<Answer> = {
  // What will be signed, as it is.
  schema: FormSchema;
  data: Data;
  demanded: boolean;
  step: { isPending: boolean; error: unknown };
  onSign: (password: string) => Promise<Answer>;
  onDone: () => void;
  onClose: () => void;
};

// The content is signed by hand: whose key it is, and the word that opens it, asked each time.
export function SignDialog<Answer>(props: SignDialogProps<Answer>) {
  const { schema, data, demanded, step } = props;
  const t = useT();
  const query = useQuery(signingKeyQuery);
  const [password, setPassword] = useState('');
  const signingKey = query.data;
  return (
    <FormDialog
      title={t('inquiry.sign')}
      size="lg"
      action={t('inquiry.sign')}
      icon={<Icon path={mdiDrawPen} size={18} />}
      ready={password !== '' && !signingKey?.objection}
      step={step}
      problem={<ProblemAlert error={besidesFields(step.error, ['/password'])} kept focus />}
      onSubmit={() => props.onSign(password)}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <Text size="sm">{t(demanded ? 'inquiry.sign.demanded' : 'inquiry.sign.about')}</Text>
      {query.isPending && <RoutePending />}
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {signingKey === null && (
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
      {signingKey && (
        <>
          <Whose signingKey={signingKey} />
          <PasswordInput
            label={t('signingKey.password')}
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={fieldProblem(step.error, '/password')}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            data-autofocus
          />
        </>
      )}
    </FormDialog>
  );
}

function Whose({ signingKey }: { signingKey: SigningKey }) {
  const { t, language } = useLanguage();
  return (
    <>
      <Text size="sm">
        {t('inquiry.sign.whose', {
          owner: signingKey.owner,
          date: shortDate(signingKey.not_after.slice(0, 10), language),
        })}
      </Text>
      <SigningKeyNotice signingKey={signingKey} />
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { mdiDrawPen, mdiShieldOffOutline } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { type SigningKey, signingKeyQuery, useRemoveSigningKey } from '@/lib/signing-key.ts';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { SigningKeyNotice } from '@/ui/signing-key-notice.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './account-page.module.css';
import { OwnPasswordForm } from './own-password-form.tsx';
import { SigningKeyForm } from './signing-key-form.tsx';

export function SigningKeySection() {
  const { t } = useLanguage();
  const query = useQuery(signingKeyQuery);
  const [replacing, setReplacing] = useState(false);
  const key = query.data;
  const usable = key && !key.objection;
  return (
    <Section
      title={t('signingKey')}
      aside={
        query.isSuccess && (
          <StatusPill
            tone={usable ? 'good' : 'calm'}
            icon={usable ? mdiDrawPen : mdiShieldOffOutline}
            text={t(usable ? 'signingKey.ready' : 'signingKey.none')}
          />
        )
      }
    >
      <div className={classes.steps}>
        <Text size="sm">{t('signingKey.about')}</Text>
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        {key && <KeptKey signingKey={key} onReplace={() => setReplacing(true)} />}
        {query.isSuccess && (!key || replacing) && (
          <SigningKeyForm
            onKept={() => setReplacing(false)}
            onCancel={key ? () => setReplacing(false) : undefined}
          />
        )}
      </div>
    </Section>
  );
}

function KeptKey({ signingKey, onReplace }: { signingKey: SigningKey; onReplace: () => void }) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const remove = useRemoveSigningKey();
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <SigningKeyNotice signingKey={signingKey} />
      <LabelledValues
        items={[
          { label: t('signingKey.owner'), value: signingKey.owner },
          { label: t('signingKey.issuer'), value: signingKey.issuer },
          { label: t('signingKey.serial'), value: signingKey.serial },
          { label: t('signingKey.from'), value: shortDateTime(signingKey.not_before, language) },
          { label: t('signingKey.until'), value: shortDateTime(signingKey.not_after, language) },
        ]}
      />
      {removing ? (
        <OwnPasswordForm
          action={t('signingKey.remove')}
          hint={t('signingKey.remove.text')}
          pointer="/account_password"
          danger
          change={remove}
          onSubmit={(ownPassword) =>
            remove.mutate(ownPassword, { onSuccess: () => toast.done(t('signingKey.removed')) })
          }
          onClose={() => setRemoving(false)}
        />
      ) : (
        <Group gap="xs">
          <Button variant="default" onClick={onReplace}>
            {t('signingKey.replace')}
          </Button>
          <Button variant="default" onClick={() => setRemoving(true)}>
            {t('signingKey.remove')}
          </Button>
        </Group>
      )}
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiCellphoneKey, mdiShieldOffOutline } from '@mdi/js';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { Section } from '@/ui/section.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import classes from './account-page.module.css';
import { OwnPasswordForm } from './own-password-form.tsx';
import { useBeginSecondFactor } from './second-factor.ts';
import { SecondFactorRemoval } from './second-factor-removal.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';

export function SecondFactorSection() {
  const t = useT();
  const { second_factor: active } = useSession();
  const begin = useBeginSecondFactor();
  const [beginning, setBeginning] = useState(false);
  const [removing, setRemoving] = useState(false);

  return (
    <Section
      title={t('account.factor')}
      aside={
        <StatusPill
          tone={active ? 'good' : 'calm'}
          icon={active ? mdiCellphoneKey : mdiShieldOffOutline}
          text={active ? t('account.factor.on') : t('account.factor.off')}
        />
      }
    >
      <div className={classes.steps}>
        <Text size="sm">{t('account.factor.about')}</Text>
        {!active && !begin.data && !beginning && (
          <div>
            <Button
              leftSection={<Icon path={mdiCellphoneKey} size={18} />}
              onClick={() => setBeginning(true)}
            >
              {t('account.factor.begin')}
            </Button>
          </div>
        )}
        {!active && !begin.data && beginning && (
          <OwnPasswordForm
            action={t('account.factor.begin')}
            hint={t('account.factor.beginHint')}
            pointer="/password"
            change={begin}
            onSubmit={(password) =>
              begin.mutate(password, { onSuccess: () => setBeginning(false) })
            }
            onClose={() => setBeginning(false)}
          />
        )}
        {!active && begin.data && (
          <SecondFactorSetup
            secret={begin.data.secret}
            uri={begin.data.otpauth_uri}
            onClose={begin.reset}
          />
        )}
        {active && !removing && (
          <div>
            <Button variant="default" onClick={() => setRemoving(true)}>
              {t('account.factor.remove')}
            </Button>
          </div>
        )}
        {active && removing && <SecondFactorRemoval onClose={() => setRemoving(false)} />}
      </div>
    </Section>
  );
}

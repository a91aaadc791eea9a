// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiCellphoneKey, mdiShieldOffOutline } from '@mdi/js';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import classes from './account-page.module.css';
import { useBeginSecondFactor } from './second-factor.ts';
import { SecondFactorRemoval } from './second-factor-removal.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';

export function SecondFactorSection() {
  const t = useT();
  const { second_factor: active } = useSession();
  const begin = useBeginSecondFactor();
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
        <ProblemAlert error={begin.error} onRetry={() => begin.mutate()} focus />
        {!active && !begin.data && (
          <div>
            <Button
              leftSection={<Icon path={mdiCellphoneKey} size={18} />}
              loading={begin.isPending}
              onClick={() => begin.mutate()}
            >
              {t('account.factor.begin')}
            </Button>
          </div>
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

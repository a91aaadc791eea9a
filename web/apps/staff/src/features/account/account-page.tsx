// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Page } from '@/ui/page.tsx';
import { Section } from '@/ui/section.tsx';
import classes from './account-page.module.css';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SigningKeySection } from './signing-key-section.tsx';

export function AccountPage() {
  const t = useT();
  const session = useSession();
  return (
    <Page title={t('section.account')} scrolling>
      <div className={classes.page}>
        <Section title={t('account.me')}>
          <LabelledValues
            items={[
              { label: t('account.name'), value: session.user.display_name },
              { label: t('signIn.login'), value: session.user.login },
              {
                label: t('account.roles'),
                value: session.roles.map((role) => t(`role.${role}`)).join(', '),
              },
              { label: t('account.organization'), value: session.organization.name },
              { label: t('account.branch'), value: session.branch?.name },
              { label: t('account.unit'), value: session.unit?.name },
            ]}
          />
        </Section>
        <PasswordForm />
        <SecondFactorSection />
        {session.rights.includes('inquiries.send') && <SigningKeySection />}
      </div>
    </Page>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useLanguage } from '@/lib/language.tsx';
import type { Session } from '@/lib/session.ts';
import { Brand } from '@/ui/brand.tsx';
import { SignInForm } from './sign-in-form.tsx';
import classes from './sign-in-page.module.css';

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const { t, language, setLanguage } = useLanguage();
  useDocumentTitle(`${t('signIn.title')} · ${t('app.name')}`);
  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder shadow="sm">
        <Group justify="space-between" mb="lg">
          <Brand />
          <Button
            size="compact-sm"
            variant="subtle"
            lang={language === 'ru' ? 'en' : 'ru'}
            onClick={() => setLanguage(language === 'ru' ? 'en' : 'ru')}
          >
            {language === 'ru' ? 'English' : 'Русский'}
          </Button>
        </Group>
        <Title order={1}>{t('signIn.title')}</Title>
        <Text size="sm" c="dimmed" mb="md">
          {t('signIn.subtitle')}
        </Text>
        <SignInForm onSignedIn={onSignedIn} />
      </Paper>
    </main>
  );
}

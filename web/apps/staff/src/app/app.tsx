// SPDX-License-Identifier: Apache-2.0
import { MantineProvider, MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { SessionDialog } from '@/app/session-dialog.tsx';
import { LanguageProvider, useT } from '@/lib/language.tsx';
import { schemeOf, useVision } from '@/lib/vision.ts';
import { ConfirmProvider } from '@/ui/confirm-dialog.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { cssVariables, theme, wordedTheme } from './theme.ts';

function styleNonce() {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}

export function App() {
  const scheme = schemeOf(useVision());
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      forceColorScheme={scheme}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <Localized />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Localized() {
  const t = useT();
  const worded = useMemo(() => wordedTheme(t('action.close')), [t]);
  return (
    <MantineThemeProvider theme={worded} inherit>
      <ConfirmProvider>
        <RouterProvider router={router} />
        <SessionDialog />
        <Notifications position="bottom-right" limit={4} autoClose={6000} containerWidth="24rem" />
      </ConfirmProvider>
    </MantineThemeProvider>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Kbd } from '@mantine/core';
import { mdiPrinterCheck, mdiPrinterOutline } from '@mdi/js';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { type Application, applicationQuery } from './queries.ts';

type PrintButtonsProps = {
  application: Application;
  // Two texts are undecided: what would be printed is not what the screen shows.
  closed: boolean;
};

const always = [
  { form: 'application', keys: 'F6', title: 'intake.print.application' },
  { form: 'receipt', keys: 'F7', title: 'intake.print.receipt' },
] as const;
const consent = { form: 'consent', keys: 'shift+F6', title: 'intake.print.consent' } as const;

// The papers the applicant signs, while they stand here.
export function PrintButtons({ application, closed }: PrintButtonsProps) {
  const t = useT();
  const queries = useQueryClient();
  // Back from the page of the print: it is a row of the history by now.
  useEffect(() => {
    const refresh = () =>
      void queries.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey });
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [queries, application.id]);
  const papers = application.consent ? [...always, consent] : always;
  const open = (form: string) =>
    window.open(`/api/v1/applications/${application.id}/print/${form}`, '_blank', 'noopener');
  useHotkeys(
    t('intake.step.print'),
    papers.map(({ form, keys, title }) => ({
      keys,
      title: t(title),
      enabled: !closed,
      run: () => open(form),
    })),
  );
  const printed = (form: string) =>
    (form === 'application' || form === 'receipt') && application.papers[form] === 'current';
  return papers.map(({ form, keys, title }) => (
    <Button
      key={form}
      variant="default"
      leftSection={<Icon path={printed(form) ? mdiPrinterCheck : mdiPrinterOutline} />}
      title={printed(form) ? t('intake.print.done') : undefined}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keys.replace('shift', 'Shift')}
        </Kbd>
      }
      disabled={closed}
      onClick={() => open(form)}
      aria-keyshortcuts={keys.replace('shift', 'Shift')}
    >
      {t(title)}
    </Button>
  ));
}

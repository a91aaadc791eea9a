// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiPrinterOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { KeyHint } from '@/ui/key-hint.tsx';
import { Page } from '@/ui/page.tsx';
import { RunStatePill } from './package-state.tsx';
import classes from './packages.module.css';
import { openRouteSheet, type Run } from './runs.ts';

type FrameProps = { run: Run; actions: ReactNode; children: ReactNode };

export function RunFrame({ run, actions, children }: FrameProps) {
  const t = useT();
  return (
    <Page
      scrolling
      title={t('packages.runNumber', { number: run.number })}
      aside={<RunStatePill state={run.state} />}
      actions={actions}
    >
      <div className={classes.stack}>{children}</div>
    </Page>
  );
}

// `before`: what has to be saved first, for the sheet names the courier.
type RouteSheetProps = { run: Run; before?: () => Promise<boolean> };

export function RouteSheetButton({ run, before }: RouteSheetProps) {
  const t = useT();
  const may = run.actions.includes('print');
  const print = async () => {
    if (!before || (await before())) openRouteSheet(run);
  };
  useHotkeys(t('packages.run'), [
    { keys: 'F6', title: t('packages.run.sheet'), run: () => void print(), enabled: may },
  ]);
  if (!may) return null;
  return (
    <Button
      variant="default"
      leftSection={<Icon path={mdiPrinterOutline} size={18} />}
      rightSection={<KeyHint keys="F6" />}
      aria-keyshortcuts="F6"
      onClick={() => void print()}
    >
      {t('packages.run.sheet')}
    </Button>
  );
}

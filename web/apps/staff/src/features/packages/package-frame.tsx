// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page } from '@/ui/page.tsx';
import { SeenByLink } from '@/ui/seen-by-link.tsx';
import { PackageLife } from './package-life.tsx';
import { PackageStatePill } from './package-state.tsx';
import classes from './packages.module.css';
import type { Package } from './packages.ts';
import { whereTo } from './where-to.ts';

type FrameProps = { pack: Package; actions: ReactNode; children: ReactNode };

// What is known of every package: which, where to, how far on its way.
export function PackageFrame({ pack, actions, children }: FrameProps) {
  const t = useT();
  const isRefused = pack.state === 'delivered' && pack.items.every((one) => one.not_taken);
  const uncalled = pack.items.filter(({ status }) => status === 'awaiting_notice').length;
  return (
    <Page
      scrolling
      title={pack.number}
      aside={
        <>
          <Text span>{whereTo(pack)}</Text>
          <PackageStatePill state={pack.state} isRefused={isRefused} />
        </>
      }
      actions={
        <>
          <SeenByLink kind="package" id={pack.id} />
          {actions}
        </>
      }
    >
      <div className={classes.stack}>
        <PackageLife pack={pack} />
        {pack.state === 'done' && uncalled > 0 && (
          <Notice tone="good" title={t('packages.done.title', { count: uncalled })}>
            <Text size="sm">{t('packages.done.text')}</Text>
          </Notice>
        )}
        {children}
      </div>
    </Page>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useLocalStorage } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useLiveUpdates } from '@/lib/events.ts';
import { useT } from '@/lib/language.tsx';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

export function Frame() {
  const t = useT();
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'okno.rail',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  useLiveUpdates();
  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a href="#main" className={classes.skip}>
        {t('frame.skip')}
      </a>
      <TopBar />
      <Rail collapsed={collapsed} onToggle={() => setCollapsed(!collapsed)} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLiveUpdates } from '@/lib/events.ts';
import { useT } from '@/lib/language.tsx';
import { useRight, useSession } from '@/lib/session.ts';
import { sizeOf, useVision } from '@/lib/vision.ts';
import { RouteMissing } from '../route-missing.tsx';
import { mayOpen } from '../sections.ts';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const SigningKeyBanner = lazy(() => import('./signing-key-banner.tsx'));

export function Frame() {
  const t = useT();
  const width = `(max-width: ${66 * sizeOf(useVision())}em)`;
  const narrow = useMediaQuery(width, false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useLocalStorage<boolean | undefined>({
    key: 'okno.rail',
    defaultValue: undefined,
    getInitialValueInEffect: false,
  });
  // Until the person has chosen, a narrow or much enlarged page gives its width to the work.
  const collapsed = chosen ?? narrow;
  useLiveUpdates();
  const session = useSession();
  const pathname = useLocation({ select: (location) => location.pathname });
  const maySign = useRight('inquiries.send');
  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a href="#main" className={classes.skip}>
        {t('frame.skip')}
      </a>
      <TopBar />
      <Rail collapsed={collapsed} onToggle={() => setChosen(!collapsed)} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <Suspense>{maySign && <SigningKeyBanner />}</Suspense>
        {mayOpen(session, pathname) ? <Outlet /> : <RouteMissing />}
      </main>
    </div>
  );
}

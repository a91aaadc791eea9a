// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Kbd,
  Text,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { mdiHelpCircleOutline, mdiMagnify, mdiWeatherNight, mdiWeatherSunny } from '@mdi/js';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { gatherTyping } from '@/lib/typed-ahead.ts';
import { schemeOf, useVision } from '@/lib/vision.ts';
import { Brand } from '@/ui/brand.tsx';
import { Icon } from '@/ui/icon.tsx';
import classes from './frame.module.css';
import { LiveIndicator } from './live-indicator.tsx';
import { PersonMenu } from './person-menu.tsx';
import { VisionMenu } from './vision-menu.tsx';

// Needed only when asked for: they stay out of the first screen's weight.
const loadSearch = () => import('./global-search.tsx');
const GlobalSearch = lazy(loadSearch);
const HotkeyHelp = lazy(() => import('./hotkey-help.tsx'));
const loadHelp = () => import('../help/help-dialog.tsx');
const HelpDialog = lazy(loadHelp);

const loadMs = 1500;

export function TopBar() {
  const t = useT();
  const session = useSession();
  const [help, setHelp] = useState<'guide' | 'keys'>();
  const [searchOpens, setSearchOpens] = useState(0);
  const typedAhead = useRef<() => string>(undefined);
  const openSearch = () => {
    typedAhead.current?.();
    typedAhead.current = gatherTyping();
    setSearchOpens((count) => count + 1);
  };
  useHotkeys(t('hotkeys.everywhere'), [
    { keys: 'mod+K', title: t('search.title'), run: openSearch },
    { keys: 'F1', title: t('help.guide'), run: () => setHelp('guide') },
    { keys: '?', title: t('help.title'), run: () => setHelp('keys') },
  ]);
  // Fetched beforehand: who presses Ctrl+K types on at once, and help is there when the network is not.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadSearch(), loadHelp()]), loadMs);
    return () => clearTimeout(timer);
  }, []);
  const place = session.branch?.name ?? session.unit?.name;

  return (
    <header className={classes.top}>
      <Brand />
      <div className={classes.place}>
        <Text size="sm" fw={600}>
          {session.organization.short_name}
        </Text>
        {place && (
          <Text size="xs" c="dimmed">
            {place}
          </Text>
        )}
      </div>
      <button
        type="button"
        className={classes.search}
        onClick={openSearch}
        aria-keyshortcuts="Control+K"
      >
        <Icon path={mdiMagnify} size={18} />
        <span>{t('search.open')}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <LiveIndicator />
      <SchemeToggle />
      <VisionMenu />
      <Tooltip label={t('help.guide')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('help.guide')}
          aria-keyshortcuts="F1"
          onClick={() => setHelp('guide')}
        >
          <Icon path={mdiHelpCircleOutline} />
        </ActionIcon>
      </Tooltip>
      <PersonMenu onHelp={() => setHelp('guide')} />
      <Suspense>
        {searchOpens > 0 && (
          <GlobalSearch opens={searchOpens} typedAhead={() => typedAhead.current?.() ?? ''} />
        )}
        {help === 'guide' && <HelpDialog onClose={() => setHelp(undefined)} />}
        {help === 'keys' && <HotkeyHelp onClose={() => setHelp(undefined)} />}
      </Suspense>
    </header>
  );
}

function SchemeToggle() {
  const t = useT();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const forced = schemeOf(useVision());
  const next = scheme === 'dark' ? 'light' : 'dark';
  const title = next === 'dark' ? t('frame.dark') : t('frame.light');
  if (forced) return null;
  return (
    <Tooltip label={title}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={title}
        onClick={() => setColorScheme(next)}
      >
        <Icon path={scheme === 'dark' ? mdiWeatherSunny : mdiWeatherNight} />
      </ActionIcon>
    </Tooltip>
  );
}

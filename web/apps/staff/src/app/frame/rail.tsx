// SPDX-License-Identifier: Apache-2.0
import { Tooltip } from '@mantine/core';
import { mdiChevronDoubleLeft, mdiChevronDoubleRight, mdiCogOutline } from '@mdi/js';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { isWithin, sectionsOf } from '../sections.ts';
import classes from './frame.module.css';

type RailProps = { collapsed: boolean; onToggle: () => void };

export function Rail({ collapsed, onToggle }: RailProps) {
  const t = useT();
  const navigate = useNavigate();
  const sections = sectionsOf(useSession());
  useHotkeys(
    t('hotkeys.sections'),
    sections.map((section, index) => ({
      keys: `mod+alt+${index + 1}`,
      title: t(section.title),
      run: () => void navigate({ to: section.path }),
    })),
  );
  const pathname = useLocation({ select: (location) => location.pathname });
  const toggleName = collapsed ? t('frame.expand') : t('frame.collapse');

  return (
    <nav className={classes.rail} aria-label={t('frame.sections')}>
      {sections.map((section, index) => (
        <Hint key={section.path} text={t(section.title)} shown={collapsed}>
          <Link
            to={section.path}
            className={classes.item}
            data-here={isWithin(pathname, section.path) || undefined}
            aria-keyshortcuts={`Control+Alt+${index + 1}`}
          >
            <Icon path={section.icon} />
            <span>{t(section.title)}</span>
          </Link>
        </Hint>
      ))}
      <div className={classes.grow} />
      <Hint text={t('section.account')} shown={collapsed}>
        <Link to="/account" className={classes.item}>
          <Icon path={mdiCogOutline} />
          <span>{t('section.account')}</span>
        </Link>
      </Hint>
      <Hint text={toggleName} shown={collapsed}>
        <button type="button" className={classes.item} onClick={onToggle}>
          <Icon path={collapsed ? mdiChevronDoubleRight : mdiChevronDoubleLeft} />
          <span>{toggleName}</span>
        </button>
      </Hint>
    </nav>
  );
}

function Hint({ text, shown, children }: { text: string; shown: boolean; children: ReactElement }) {
  return (
    <Tooltip label={text} position="right" disabled={!shown}>
      {children}
    </Tooltip>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { count as formatCount } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import classes from './tab-bar.module.css';

// Lists or parts of a page as links: each has an address and can be opened beside.
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={classes.bar} aria-label={label}>
      {children}
    </nav>
  );
}

type TabAnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  ref?: Ref<HTMLAnchorElement>;
  title: string;
  count?: number;
  current?: boolean;
};

function TabAnchor({ title, count, current, ...rest }: TabAnchorProps) {
  const { language } = useLanguage();
  return (
    <a {...rest} className={classes.tab} aria-current={current ? 'page' : undefined}>
      {title}
      {count !== undefined && <span className={classes.count}>{formatCount(count, language)}</span>}
    </a>
  );
}

export const TabLink = createLink(TabAnchor);

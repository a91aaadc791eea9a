// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import classes from './page.module.css';

type PageProps = {
  title: string;
  // Beside the title: status, term.
  aside?: ReactNode;
  actions?: ReactNode;
  // A page of lists fills the window and its lists scroll inside; a page of text scrolls as a whole.
  scrolling?: boolean;
  children?: ReactNode;
};

export function Page({ title, aside, actions, scrolling, children }: PageProps) {
  const t = useT();
  useDocumentTitle(`${title} · ${t('app.name')}`);
  return (
    <div className={`${classes.page} ${scrolling ? classes.scrolling : ''}`}>
      <header className={classes.head}>
        <Title order={1}>{title}</Title>
        {aside}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={scrolling ? undefined : classes.body}>{children}</div>
    </div>
  );
}

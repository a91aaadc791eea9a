// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import classes from './data-grid.module.css';

type GridFootProps = {
  // None while the first rows are on their way: nobody knows yet how many there are.
  count?: number;
  more?: { available: boolean; loading: boolean };
  children?: ReactNode;
};

export function GridFoot({ count, more, children }: GridFootProps) {
  const t = useT();
  const shown =
    count === undefined
      ? t('state.loading')
      : more?.available
        ? t('grid.shownMore', { count })
        : t('grid.shown', { count });
  return (
    <div className={classes.foot}>
      <Text size="xs" c="dimmed" role="status">
        {more?.loading ? t('grid.loadingMore') : shown}
      </Text>
      {children}
    </div>
  );
}

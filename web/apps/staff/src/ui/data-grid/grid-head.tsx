// SPDX-License-Identifier: Apache-2.0
import type { CSSProperties } from 'react';
import { useT } from '@/lib/language.tsx';
import type { GridColumn } from './columns.ts';
import classes from './data-grid.module.css';

type GridHeadProps<Row> = {
  columns: GridColumn<Row>[];
  selectable: boolean;
  style: CSSProperties;
};

export function GridHead<Row>({ columns, selectable, style }: GridHeadProps<Row>) {
  const t = useT();
  return (
    <div role="row" className={classes.head} style={style} aria-rowindex={1}>
      {selectable && (
        <div role="columnheader" className={classes.headCell} aria-label={t('grid.selection')} />
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          className={classes.headCell}
          data-align={column.align}
        >
          {column.title}
        </div>
      ))}
    </div>
  );
}

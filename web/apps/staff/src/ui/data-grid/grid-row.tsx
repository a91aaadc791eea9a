// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useT } from '@/lib/language.tsx';
import type { GridColumn } from './columns.ts';
import classes from './data-grid.module.css';

type GridRowProps<Row> = {
  id: string;
  row: { id: string; original: Row };
  columns: GridColumn<Row>[];
  style: CSSProperties;
  rowIndex: number;
  isActive: boolean;
  isSelected?: boolean;
  onActivate: () => void;
  onOpen?: (row: Row) => void;
  onToggle?: () => void;
};

export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, columns, onOpen, onToggle } = props;
  const t = useT();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys, one tab stop for all rows
    <div
      id={props.id}
      role="row"
      className={classes.row}
      style={props.style}
      aria-rowindex={props.rowIndex}
      aria-selected={onToggle ? props.isSelected : undefined}
      data-active={props.isActive || undefined}
      data-openable={onOpen ? true : undefined}
      onClick={() => {
        props.onActivate();
        // A click that ends a selection of text is not an opening.
        if (!window.getSelection()?.toString()) onOpen?.(row.original);
      }}
    >
      {onToggle && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid selects
        <div role="gridcell" className={classes.cell} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            size="xs"
            aria-label={t('grid.select')}
            checked={props.isSelected ?? false}
            onChange={onToggle}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          <div className={classes.content}>{column.cell(row.original)}</div>
        </div>
      ))}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useElementSize } from '@mantine/hooks';
import type { CSSProperties } from 'react';
import { type GridColumn, selectionRem, tracks } from './columns.ts';
import { rootRem } from './row-height.ts';

// Of the columns' least width this share may lie beyond the edge, to be scrolled to, before rows are stacked.
const mayHide = 0.15;
const stackedRem = 14;

// How the columns lie in a row: side by side; on a phone or with enlarged text some below others, so that none is out
// of sight. A row has `lines` lines; `ref` goes to what the rows lie in.
export function useStacking<Row>(columns: GridColumn<Row>[], selectable: boolean) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { gridTemplateColumns, minRem } = tracks(columns, selectable);
  const widthRem = width / rootRem();
  const stacked = width > 0 && widthRem < minRem * (1 - mayHide);
  const inLine = Math.max(2, Math.floor(widthRem / stackedRem));
  const lines = stacked ? Math.ceil(columns.length / inLine) : 1;
  const first = selectable ? `${selectionRem}rem ` : '';
  // What tells the row from others, its number, is read whole.
  const leading = (columns[0]?.width ?? 0) / 16;
  const style: CSSProperties = stacked
    ? {
        gridTemplateColumns: `${first}minmax(${leading}rem, 1fr) repeat(${inLine - 1}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${lines}, minmax(0, 1fr))`,
      }
    : { gridTemplateColumns, minWidth: `${minRem}rem` };
  return { ref, stacked, style, lines };
}

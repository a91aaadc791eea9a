// SPDX-License-Identifier: Apache-2.0

import { useLocalStorage } from '@mantine/hooks';
import {
  type ColumnDef,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';

export type GridColumn<Row> = {
  id: string;
  title: string;
  // Width in pixels at the usual text size; with `grow` the least width.
  width: number;
  // A share of the width that is left over.
  grow?: number;
  align?: 'end';
  // The person may not hide it.
  fixed?: boolean;
  hidden?: boolean;
  cell: (row: Row) => ReactNode;
};

const features = tableFeatures({ columnVisibilityFeature });

type Visibility = Record<string, boolean>;

function hiddenAtFirst<Row>(columns: GridColumn<Row>[]): Visibility {
  return Object.fromEntries(columns.filter((one) => one.hidden).map((one) => [one.id, false]));
}

type GridTableOptions<Row> = {
  // The grid's name in the browser's memory of shown columns.
  name: string;
  columns: GridColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
};

// The table's model: which columns are shown, their cells, and the person's choice remembered.
export function useGridTable<Row extends object>(options: GridTableOptions<Row>) {
  const { columns, name, rows, rowId } = options;
  const [visibility, setVisibility] = useLocalStorage<Visibility>({
    key: `okno.columns.${name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.title,
          enableHiding: !column.fixed,
          cell: ({ row }) => column.cell(row.original),
        }),
      ),
    [columns],
  );
  const columnVisibility = useMemo(
    () => ({ ...hiddenAtFirst(columns), ...visibility }),
    [columns, visibility],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
    onColumnVisibilityChange: (change) =>
      setVisibility(typeof change === 'function' ? change(columnVisibility) : change),
  });
  const shown = columns.filter((column) => columnVisibility[column.id] !== false);
  return { table, shown };
}

export const selectionRem = 2.25;

// The tracks of header and rows, and the least width they need.
export function tracks<Row>(columns: GridColumn<Row>[], selectable: boolean) {
  const widths = columns.map(({ width, grow }) => {
    const least = `${width / 16}rem`;
    return grow ? `minmax(${least}, ${grow}fr)` : least;
  });
  const ownRem = columns.reduce((sum, { width }) => sum + width / 16, 0);
  return {
    gridTemplateColumns: [...(selectable ? [`${selectionRem}rem`] : []), ...widths].join(' '),
    minRem: ownRem + (selectable ? selectionRem : 0),
  };
}

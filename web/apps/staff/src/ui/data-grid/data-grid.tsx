// SPDX-License-Identifier: Apache-2.0
import { Progress } from '@mantine/core';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useT } from '@/lib/language.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { type GridColumn, useGridTable } from './columns.ts';
import classes from './data-grid.module.css';
import { GridFoot } from './grid-foot.tsx';
import { GridHead } from './grid-head.tsx';
import { moveBy } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { useGridKeyHelp } from './key-help.ts';
import { useRowHeight } from './row-height.ts';
import { useStacking } from './stacking.ts';

export type GridProps<Row> = {
  // Names the grid for assistive tools; `name` keys the remembered columns.
  label: string;
  name: string;
  columns: GridColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  selection?: { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void };
  loading?: boolean;
  // Shown in place of rows: what is wrong or an empty state.
  placeholder?: ReactNode;
  more?: { available: boolean; loading: boolean; load: () => void };
  // Takes the focus when it appears, so that arrows work at once.
  autoFocus?: boolean;
};

// A long list that scrolls inside itself. One tab stop; arrows, PgUp/PgDn, Home/End move, Enter opens, Space selects.
export function DataGrid<Row extends object>(props: GridProps<Row>) {
  const { columns, rows, rowId, selection, more, onOpen } = props;
  const t = useT();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const lineHeight = useRowHeight();
  const [activeId, setActiveId] = useState<string>();
  const { table, shown } = useGridTable({ name: props.name, columns, rows, rowId });
  const selectable = selection !== undefined;
  const { ref, stacked, lines, style: columnsStyle } = useStacking(shown, selectable);
  const rowHeight = lineHeight * lines;
  const models = table.getRowModel().rows;
  const active = Math.max(
    0,
    models.findIndex((row) => row.id === activeId),
  );
  // The active row is always in the document: aria-activedescendant must point at something.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    [active],
  );
  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: stacked ? 0 : lineHeight,
    rangeExtractor: models.length ? rangeExtractor : undefined,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height changes with the text size
  useEffect(() => virtualizer.measure(), [rowHeight]);
  useEffect(() => {
    if (more?.available && !more.loading && lastShown >= models.length - 10) more.load();
  }, [more, lastShown, models.length]);
  useEffect(() => {
    if (props.autoFocus && !document.activeElement?.matches('input, textarea')) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, [props.autoFocus]);

  const toggle = (id: string) => {
    if (!selection) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(id)) ids.add(id);
    selection.onChange(ids);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = models[active];
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const target = moveBy(event.key, active, models.length, pageRows);
    if (target !== undefined) {
      setActiveId(models[target]?.id);
      virtualizer.scrollToIndex(target);
    } else if (event.key === 'Enter' && row && onOpen) onOpen(row.original);
    else if (event.key === ' ' && row && selection) toggle(row.id);
    else return;
    event.preventDefault();
  };

  useGridKeyHelp(selectable);
  return (
    <div ref={ref} className={classes.frame} data-stacked={stacked || undefined}>
      {props.loading && (
        <Progress
          value={100}
          animated
          size={3}
          className={classes.busy}
          aria-label={t('state.loading')}
        />
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-busy={props.loading}
        aria-rowcount={more?.available ? -1 : models.length + 1}
        aria-colcount={shown.length}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={models.length ? `${gridId}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <GridHead columns={shown} selectable={selectable} style={columnsStyle} />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: models.length ? virtualizer.getTotalSize() : undefined }}
        >
          {items.map((item) => {
            const row = models[item.index];
            if (!row) return null;
            return (
              <GridRow
                key={row.id}
                id={`${gridId}-${item.index}`}
                row={row}
                columns={shown}
                style={{ ...columnsStyle, height: rowHeight, top: item.start }}
                rowIndex={item.index + 2}
                isActive={item.index === active}
                isSelected={selection?.ids.has(row.id)}
                onActivate={() => setActiveId(row.id)}
                onOpen={onOpen}
                onToggle={selection ? () => toggle(row.id) : undefined}
              />
            );
          })}
        </div>
        {models.length === 0 && !props.loading && (
          <div className={classes.placeholder}>{props.placeholder}</div>
        )}
      </div>
      <GridFoot
        count={props.loading && models.length === 0 ? undefined : models.length}
        more={more}
      >
        <ColumnMenu
          choices={table
            .getAllLeafColumns()
            .filter((column) => column.getCanHide())
            .map((column) => ({
              id: column.id,
              title: String(column.columnDef.header),
              shown: column.getIsVisible(),
              toggle: () => column.toggleVisibility(),
            }))}
        />
      </GridFoot>
    </div>
  );
}

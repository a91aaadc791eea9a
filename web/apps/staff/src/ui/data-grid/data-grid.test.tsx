// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import type { GridColumn } from './columns.ts';
import { DataGrid, type GridProps } from './data-grid.tsx';
import { moveBy } from './grid-keys.ts';

type Row = { id: string; number: string; executor: string };

const columns: GridColumn<Row>[] = [
  { id: 'number', title: 'Номер', width: 100, fixed: true, cell: (row) => row.number },
  { id: 'executor', title: 'Исполнитель', width: 100, cell: (row) => row.executor },
];
const rows: Row[] = Array.from({ length: 300 }, (_, index) => ({
  id: `id${index}`,
  number: `0101-26-${index}`,
  executor: 'Смирнов П. А.',
}));

function Grid(props: Partial<GridProps<Row>> & { selectable?: boolean }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataGrid
      label="Мои дела"
      name="test"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      selection={props.selectable ? { ids, onChange: setIds } : undefined}
      {...props}
    />
  );
}

function activeRow() {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id);
}

describe('moveBy', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
  ])('%s from %i goes to %i', (key, from, to) => {
    expect(moveBy(key, from, 10, 5)).toBe(to);
  });

  it('leaves other keys and an empty list alone', () => {
    expect(moveBy('a', 0, 10, 5)).toBeUndefined();
    expect(moveBy('End', 0, 0, 5)).toBeUndefined();
  });
});

describe('DataGrid', () => {
  it('is one tab stop and draws only the rows in sight', async () => {
    renderUi(<Grid />);
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'Мои дела' }));
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('301');
  });

  it('moves with the keys and opens with Enter', async () => {
    const onOpen = vi.fn();
    renderUi(<Grid onOpen={onOpen} autoFocus />);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(activeRow()?.textContent).toContain('0101-26-2');
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[2]);
    await userEvent.keyboard('{End}');
    expect(activeRow()?.textContent).toContain('0101-26-299');
  });

  it('opens with a click', async () => {
    const onOpen = vi.fn();
    renderUi(<Grid onOpen={onOpen} />);
    await userEvent.click(screen.getByText('0101-26-3'));
    expect(onOpen).toHaveBeenCalledWith(rows[3]);
  });

  it('selects with Space and with the box, without opening', async () => {
    const onOpen = vi.fn();
    renderUi(<Grid selectable onOpen={onOpen} autoFocus />);
    await userEvent.keyboard(' ');
    const second = screen.getByText('0101-26-1').closest('[role=row]') as HTMLElement;
    await userEvent.click(within(second).getByRole('checkbox', { name: 'Выбрать строку' }));
    const selected = screen.getAllByRole('row', { selected: true });
    expect(selected.map((row) => row.textContent)).toEqual([
      expect.stringContaining('0101-26-0'),
      expect.stringContaining('0101-26-1'),
    ]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('keeps the active row when a more urgent one appears above it', async () => {
    function Growing() {
      const [shown, setShown] = useState(rows.slice(1, 20));
      return (
        <>
          <Grid rows={shown} autoFocus />
          <button type="button" onClick={() => setShown(rows.slice(0, 20))}>
            ещё
          </button>
        </>
      );
    }
    renderUi(<Growing />);
    await userEvent.keyboard('{ArrowDown}');
    expect(activeRow()?.textContent).toContain('0101-26-2');
    await userEvent.click(screen.getByRole('button', { name: 'ещё' }));
    expect(activeRow()?.textContent).toContain('0101-26-2');
  });

  it('reads on when the end comes near, once', () => {
    const load = vi.fn();
    renderUi(<Grid rows={rows.slice(0, 12)} more={{ available: true, loading: false, load }} />);
    expect(load).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status').textContent).toBe('Показано 12 строк, ниже есть ещё');
  });

  it('does not read on while it is far from the end or already reading', () => {
    const load = vi.fn();
    renderUi(<Grid more={{ available: true, loading: false, load }} />);
    renderUi(
      <Grid rows={rows.slice(0, 5)} more={{ available: true, loading: true, load }} name="other" />,
    );
    expect(load).not.toHaveBeenCalled();
  });

  it('shows its placeholder only when there is nothing and nothing is being read', () => {
    const { unmount } = renderUi(<Grid rows={[]} placeholder="Список пуст" />);
    expect(screen.getByText('Список пуст')).toBeDefined();
    unmount();
    renderUi(<Grid rows={[]} loading placeholder="Список пуст" />);
    expect(screen.queryByText('Список пуст')).toBeNull();
  });

  it('hides a column and remembers it', async () => {
    const { unmount } = renderUi(<Grid />);
    await userEvent.click(screen.getByRole('button', { name: 'Показывать столбцы' }));
    expect(screen.queryByRole('checkbox', { name: 'Номер' })).toBeNull();
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Исполнитель' }));
    expect(screen.queryByRole('columnheader', { name: 'Исполнитель' })).toBeNull();
    unmount();
    renderUi(<Grid />);
    expect(screen.queryByRole('columnheader', { name: 'Исполнитель' })).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Номер' })).toBeDefined();
  });

  it('stacks the columns when some of them would be out of sight', async () => {
    const widths: ((width: number) => void)[] = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(private readonly report: (entries: unknown[]) => void) {}
        observe() {
          widths.push((width) => this.report([{ contentRect: { width, height: 600 } }]));
        }
        unobserve() {}
        disconnect() {}
      },
    );
    const { container } = renderUi(<Grid />);
    const isStacked = () => container.querySelector('[data-stacked]') !== null;
    expect(isStacked()).toBe(false);
    for (const report of widths) report(140);
    await vi.waitFor(() => expect(isStacked()).toBe(true));
    for (const report of widths) report(190);
    await vi.waitFor(() => expect(isStacked()).toBe(false));
    vi.unstubAllGlobals();
  });
});

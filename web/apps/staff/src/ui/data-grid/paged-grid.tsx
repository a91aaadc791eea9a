// SPDX-License-Identifier: Apache-2.0
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Language, type T, useLanguage } from '@/lib/language.tsx';
import { moreOf, rowsOf } from '@/lib/pages.ts';
import { EmptyState } from '../empty-state.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import type { GridColumn } from './columns.ts';
import { DataGrid } from './data-grid.tsx';

type Line = { id: string };
type Pages<Row> = InfiniteData<{ items: Row[]; next_cursor?: string }>;

type PagedGridProps<Row extends Line> = {
  label: string;
  // Under which the person's columns are kept.
  name: string;
  columns: (t: T, language: Language) => GridColumn<Row>[];
  query: UseInfiniteQueryResult<Pages<Row>>;
  onOpen?: (row: Row) => void;
  // Said instead of no rows.
  empty: { icon: string; title: string; text: string };
};

const rowId = ({ id }: Line) => id;

// A list that the server gives page after page; instead of rows: that there are none, or why it can not be read.
export function PagedGrid<Row extends Line>(props: PagedGridProps<Row>) {
  const { columns: columnsOf, query, empty, ...grid } = props;
  const { t, language } = useLanguage();
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const columns = useMemo(() => columnsOf(t, language), [columnsOf, t, language]);
  return (
    <DataGrid
      {...grid}
      columns={columns}
      rows={rows}
      rowId={rowId}
      loading={query.isPending || query.isPlaceholderData}
      more={moreOf(query)}
      autoFocus
      placeholder={
        query.error ? (
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <EmptyState {...empty} />
        )
      }
    />
  );
}

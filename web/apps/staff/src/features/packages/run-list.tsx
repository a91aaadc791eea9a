// SPDX-License-Identifier: Apache-2.0
import { mdiTruckDeliveryOutline } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { moreOf, rowsOf } from '@/lib/pages.ts';
import { DataGrid } from '@/ui/data-grid/data-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { runColumns } from './package-columns.tsx';
import { type RunLine, runsQuery } from './runs.ts';

const rowId = (row: RunLine) => row.id;

export function RunList({ ended }: { ended: boolean }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const query = useInfiniteQuery(runsQuery(!ended));
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const columns = useMemo(() => runColumns(t, language), [t, language]);
  return (
    <DataGrid
      label={t('packages.tab.runs')}
      name="courier-runs"
      columns={columns}
      rows={rows}
      rowId={rowId}
      onOpen={({ id }) => void navigate({ to: '/courier-runs/$id', params: { id } })}
      loading={query.isPending || query.isPlaceholderData}
      more={moreOf(query)}
      autoFocus
      placeholder={
        query.error ? (
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <EmptyState
            icon={mdiTruckDeliveryOutline}
            title={t('packages.run.empty')}
            text={t('packages.run.empty.text')}
          />
        )
      }
    />
  );
}

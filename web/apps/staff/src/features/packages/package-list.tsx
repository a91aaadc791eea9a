// SPDX-License-Identifier: Apache-2.0
import { mdiPackageVariantClosed } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { moreOf, rowsOf } from '@/lib/pages.ts';
import { DataGrid } from '@/ui/data-grid/data-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { packageColumns } from './package-columns.tsx';
import { type Direction, type PackageLine, packagesQuery } from './packages.ts';

const rowId = (row: PackageLine) => row.id;

type PackageListProps = { direction: Direction; ended: boolean; q?: string };

export function PackageList({ direction, ended, q }: PackageListProps) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  // A number is looked for among the finished ones too.
  const open = ended || q ? undefined : true;
  const query = useInfiniteQuery(packagesQuery({ direction, open, q }));
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const columns = useMemo(() => packageColumns(direction, t, language), [direction, t, language]);
  return (
    <DataGrid
      label={t(`packages.list.${direction}`)}
      name={`packages.${direction}`}
      columns={columns}
      rows={rows}
      rowId={rowId}
      onOpen={({ id }) => void navigate({ to: '/packages/$id', params: { id } })}
      loading={query.isPending || query.isPlaceholderData}
      more={moreOf(query)}
      autoFocus
      placeholder={
        query.error ? (
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <EmptyState
            icon={mdiPackageVariantClosed}
            title={t(q ? 'packages.nothing' : 'packages.empty')}
            text={t(q ? 'packages.nothing.text' : `packages.empty.${direction}`)}
          />
        )
      }
    />
  );
}

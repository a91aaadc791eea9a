// SPDX-License-Identifier: Apache-2.0
import { mdiPackageVariantClosed } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { PagedGrid } from '@/ui/data-grid/paged-grid.tsx';
import { fromAgencyColumns, toAgencyColumns } from './package-columns.tsx';
import { type Direction, packagesQuery } from './packages.ts';

type PackageListProps = { direction: Direction; ended: boolean; q?: string };

export function PackageList({ direction, ended, q }: PackageListProps) {
  const t = useT();
  const navigate = useNavigate();
  // A number is looked for among the finished ones too.
  const open = ended || q ? undefined : true;
  const query = useInfiniteQuery(packagesQuery({ direction, open, q }));
  return (
    <PagedGrid
      label={t(`packages.list.${direction}`)}
      name={`packages.${direction}`}
      columns={direction === 'to_agency' ? toAgencyColumns : fromAgencyColumns}
      query={query}
      onOpen={({ id }) => void navigate({ to: '/packages/$id', params: { id } })}
      empty={{
        icon: mdiPackageVariantClosed,
        title: t(q ? 'packages.nothing' : 'packages.empty'),
        text: t(q ? 'packages.nothing.text' : `packages.empty.${direction}`),
      }}
    />
  );
}

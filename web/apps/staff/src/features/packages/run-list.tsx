// SPDX-License-Identifier: Apache-2.0
import { mdiTruckDeliveryOutline } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { PagedGrid } from '@/ui/data-grid/paged-grid.tsx';
import { runColumns } from './package-columns.tsx';
import { runsQuery } from './runs.ts';

export function RunList({ ended }: { ended: boolean }) {
  const t = useT();
  const navigate = useNavigate();
  const query = useInfiniteQuery(runsQuery(!ended));
  return (
    <PagedGrid
      label={t('packages.tab.runs')}
      name="courier-runs"
      columns={runColumns}
      query={query}
      onOpen={({ id }) => void navigate({ to: '/courier-runs/$id', params: { id } })}
      empty={{
        icon: mdiTruckDeliveryOutline,
        title: t('packages.run.empty'),
        text: t('packages.run.empty.text'),
      }}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Chip } from '@mantine/core';
import { api, take } from '@okno/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { shortName } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { applicationStatuses } from '@/ui/application-status.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { employeesQuery } from './colleagues.ts';
import type { ListFilters } from './lists.ts';

const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: () => take(api.GET('/api/v1/services')),
  staleTime: 600_000,
});

const soonDays = 3;

type Filter = Omit<ListFilters, 'list'>;
type FiltersProps = {
  filter: Filter;
  // Drafts have one status, no executor and no term.
  drafts: boolean;
  onChange: (change: Partial<Filter>) => void;
  onReset: () => void;
};

export function Filters({ filter, drafts, onChange, onReset }: FiltersProps) {
  const t = useT();
  const services = useQuery(servicesQuery);

  return (
    <FilterRow
      label={t('worklists.filters')}
      active={Object.values(filter).some((value) => value !== undefined)}
      onReset={onReset}
    >
      <SearchField
        label={t('worklists.q')}
        placeholder={t('worklists.q')}
        width="13rem"
        value={filter.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      {!drafts && (
        <FilterSelect
          label={t('worklists.status')}
          any={t('worklists.anyStatus')}
          value={filter.status}
          options={applicationStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(status) => onChange({ status })}
        />
      )}
      <FilterSelect
        label={t('worklists.service')}
        any={t('worklists.anyService')}
        value={filter.service}
        options={(services.data?.items ?? []).map((service) => ({
          value: service.code,
          label: service.short_name,
        }))}
        onChange={(service) => onChange({ service })}
        searchable
      />
      {!drafts && <WorkFilters filter={filter} onChange={onChange} />}
    </FilterRow>
  );
}

// Who works on it and how much time is left.
function WorkFilters({ filter, onChange }: Pick<FiltersProps, 'filter' | 'onChange'>) {
  const t = useT();
  const session = useSession();
  const employees = useQuery(employeesQuery);
  const colleagues = (employees.data?.items ?? []).filter(({ id }) => id !== session.user.id);
  return (
    <>
      <FilterSelect
        label={t('worklists.executor')}
        any={t('worklists.anyExecutor')}
        value={filter.executor}
        options={[
          { value: 'me', label: t('worklists.me') },
          ...colleagues.map(({ id, display_name }) => ({
            value: id,
            label: shortName(display_name),
          })),
        ]}
        onChange={(executor) => onChange({ executor })}
        searchable
      />
      <Chip
        size="xs"
        checked={filter.overdue === true}
        onChange={(overdue) => onChange({ overdue: overdue || undefined, due_within: undefined })}
      >
        {t('worklists.overdue')}
      </Chip>
      <Chip
        size="xs"
        checked={filter.due_within !== undefined}
        onChange={(soon) =>
          onChange({ due_within: soon ? soonDays : undefined, overdue: undefined })
        }
      >
        {t('worklists.dueWithin', { count: filter.due_within ?? soonDays })}
      </Chip>
    </>
  );
}

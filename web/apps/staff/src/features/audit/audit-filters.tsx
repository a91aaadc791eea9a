// SPDX-License-Identifier: Apache-2.0
import { Pill } from '@mantine/core';
import { api, take } from '@okno/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { shortName } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import { DayFilter } from '@/ui/day-input/day-filter.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { type AuditFilters, auditWordsQuery } from './audit-entries.ts';

const employeesQuery = queryOptions({
  queryKey: ['employees'],
  queryFn: () => take(api.GET('/api/v1/employees')),
  staleTime: 600_000,
});

type AuditFilterRowProps = {
  filter: AuditFilters;
  // The one object that the address narrows to, by name.
  only?: string;
  onChange: (filter: AuditFilters) => void;
};

// Reads as a sentence: with what, who, did what, when.
export function AuditFilterRow({ filter, only, onChange }: AuditFilterRowProps) {
  const t = useT();
  const employees = useQuery(employeesQuery).data?.items ?? [];
  const { events = [], kinds = [] } = useQuery(auditWordsQuery).data ?? {};
  const change = (part: AuditFilters) => onChange({ ...filter, ...part });
  const active = Object.values(filter).some((value) => value !== undefined);
  return (
    <FilterRow label={t('audit.filters')} active={active} onReset={() => onChange({})}>
      {filter.object_id && (
        <Pill
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('audit.only.drop'), 'aria-hidden': false }}
          onRemove={() => change({ object_id: undefined, object_kind: undefined })}
        >
          {t('audit.only', { name: only ?? filter.object_id })}
        </Pill>
      )}
      <SearchField
        label={t('audit.q')}
        placeholder={t('audit.q')}
        width="13rem"
        value={filter.q ?? ''}
        onChange={(q) => change({ q: q || undefined })}
      />
      <FilterSelect
        label={t('audit.user')}
        any={t('audit.anyUser')}
        value={filter.user_id}
        options={employees.map(({ id, display_name }) => ({
          value: id,
          label: shortName(display_name),
        }))}
        onChange={(user_id) => change({ user_id })}
        searchable
        width="11rem"
      />
      <FilterSelect
        label={t('audit.event')}
        any={t('audit.anyEvent')}
        value={filter.event}
        options={events.map(toOption).sort(byLabel)}
        onChange={(event) => change({ event })}
        searchable
        width="15rem"
      />
      {!filter.object_id && (
        <FilterSelect
          label={t('audit.kind')}
          any={t('audit.anyKind')}
          value={filter.object_kind}
          options={kinds.map(toOption).sort(byLabel)}
          onChange={(object_kind) => change({ object_kind })}
          width="11rem"
        />
      )}
      {(['from', 'to'] as const).map((edge) => (
        <DayFilter
          key={edge}
          w="8.5rem"
          aria-label={t(`audit.${edge}`)}
          leftSection={t(`audit.${edge}.short`)}
          leftSectionProps={{ 'aria-hidden': true }}
          value={filter[edge]}
          onChange={(day) => change({ [edge]: day })}
        />
      ))}
    </FilterRow>
  );
}

type Option = { value: string; label: string };

function toOption({ code, title }: { code: string; title: string }): Option {
  return { value: code, label: title };
}

function byLabel(a: Option, b: Option) {
  return a.label.localeCompare(b.label);
}

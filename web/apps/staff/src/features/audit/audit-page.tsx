// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { mdiShieldSearch } from '@mdi/js';
import { api, take } from '@okno/api';
import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { shortName } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { moreOf, rowsOf } from '@/lib/pages.ts';
import { DataGrid } from '@/ui/data-grid/data-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { auditColumns } from './audit-columns.tsx';
import { type AuditEntry, auditQuery, useVerifyAudit } from './audit-entries.ts';
import { objectKindName, objectKinds } from './object-link.tsx';
import { Verdict, VerifyButton } from './verification.tsx';

const route = getRouteApi('/frame/audit');
const rowId = (row: AuditEntry) => row.id;

const employeesQuery = queryOptions({
  queryKey: ['employees'],
  queryFn: () => take(api.GET('/api/v1/employees')),
  staleTime: 600_000,
});

export function AuditPage() {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const filter = route.useSearch();
  const employees = useQuery(employeesQuery);
  const verification = useVerifyAudit();
  const entries = useInfiniteQuery(auditQuery(filter));
  const rows = useMemo(() => rowsOf(entries.data), [entries.data]);
  const columns = useMemo(() => auditColumns(t, language), [t, language]);
  const filtered = Object.keys(filter).length > 0;
  const go = (search: typeof filter) => void navigate({ to: '/audit', search, replace: true });

  return (
    <Page title={t('section.audit')} actions={<VerifyButton verification={verification} />}>
      <Verdict verification={verification} />
      <FilterRow label={t('audit.filters')} active={filtered} onReset={() => go({})}>
        <FilterSelect
          label={t('audit.user')}
          any={t('audit.anyUser')}
          value={filter.user_id}
          options={(employees.data?.items ?? []).map(({ id, display_name }) => ({
            value: id,
            label: shortName(display_name),
          }))}
          onChange={(user_id) => go({ ...filter, user_id })}
          searchable
          width="14rem"
        />
        <FilterSelect
          label={t('audit.kind')}
          any={t('audit.anyKind')}
          value={filter.object_kind}
          options={objectKinds.map((value) => ({ value, label: objectKindName(value, t) }))}
          onChange={(object_kind) => go({ ...filter, object_kind })}
          width="14rem"
        />
        <FilterSelect
          label={t('audit.event')}
          any={t('audit.anyEvent')}
          value={filter.event}
          options={eventsSeen(rows)}
          onChange={(event) => go({ ...filter, event })}
          searchable
          width="18rem"
        />
      </FilterRow>
      <DataGrid
        label={t('section.audit')}
        name="audit"
        columns={columns}
        rows={rows}
        rowId={rowId}
        loading={entries.isPending || entries.isPlaceholderData}
        more={moreOf(entries)}
        autoFocus
        placeholder={
          entries.error ? (
            <ProblemAlert error={entries.error} onRetry={() => void entries.refetch()} />
          ) : (
            <EmptyState
              icon={mdiShieldSearch}
              title={filtered ? t('audit.nothing') : t('audit.empty')}
              text={filtered ? t('audit.nothing.text') : t('audit.empty.text')}
            />
          )
        }
      />
    </Page>
  );
}

// The server keeps the words of events; what has been read so far is what can be chosen.
function eventsSeen(rows: AuditEntry[]) {
  const titles = new Map(rows.map(({ event, event_title }) => [event, event_title ?? event]));
  return [...titles]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

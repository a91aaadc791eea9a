// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Alert } from '@mantine/core';
import { mdiShieldSearch } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { PagedGrid } from '@/ui/data-grid/paged-grid.tsx';
import { Page } from '@/ui/page.tsx';
import { auditColumns } from './audit-columns.tsx';
import { auditQuery, useVerifyAudit } from './audit-entries.ts';
import { AuditFilterRow } from './audit-filters.tsx';
import { Verdict, VerifyButton } from './verification.tsx';
import { onlyName } from './words.ts';

const route = getRouteApi('/frame/audit');

export function AuditPage() {
  const t = useT();
  const navigate = useNavigate();
  const filter = route.useSearch();
  const verification = useVerifyAudit();
  const entries = useInfiniteQuery(auditQuery(filter));
  const rows = useMemo(() => rowsOf(entries.data), [entries.data]);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const go = (search: typeof filter) => void navigate({ to: '/audit', search, replace: true });

  return (
    <Page title={t('section.audit')} actions={<VerifyButton verification={verification} />}>
      <Verdict verification={verification} />
      <AuditFilterRow filter={filter} only={onlyName(rows, filter, t)} onChange={go} />
      {entries.data?.pages[0]?.incomplete && (
        <Alert color="orange" variant="light" mb="sm">
          {t(filter.q ? 'audit.incomplete' : 'audit.incomplete.object')}
        </Alert>
      )}
      <PagedGrid
        label={t('section.audit')}
        name="audit"
        columns={auditColumns}
        query={entries}
        empty={{
          icon: mdiShieldSearch,
          title: filtered ? t('audit.nothing') : t('audit.empty'),
          text: filtered ? t('audit.nothing.text') : t('audit.empty.text'),
        }}
      />
    </Page>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { shortDate, shortDateTime } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import { TermLeft } from '@/ui/term-left.tsx';
import type { ApplicationRow } from './applications.ts';

// Drafts have neither term nor executor; what tells them apart is when they were begun.
export function draftColumns(t: T, language: Language): GridColumn<ApplicationRow>[] {
  const kept = applicationColumns(t, language).filter(({ id }) =>
    ['applicant', 'service', 'branch'].includes(id),
  );
  return [
    ...kept,
    {
      id: 'begun',
      title: t('worklists.begun'),
      width: 150,
      fixed: true,
      cell: (row) => shortDateTime(row.created_at, language),
    },
  ];
}

export function applicationColumns(t: T, language: Language): GridColumn<ApplicationRow>[] {
  return [
    {
      id: 'number',
      title: t('worklists.number'),
      width: 136,
      fixed: true,
      cell: (row) => row.number ?? t('worklists.noNumber'),
    },
    {
      id: 'applicant',
      title: t('worklists.applicant'),
      width: 138,
      grow: 1.2,
      fixed: true,
      cell: (row) => row.applicant_name,
    },
    {
      id: 'service',
      title: t('worklists.service'),
      width: 100,
      grow: 2.4,
      cell: (row) => <span title={row.service_name}>{row.service_name}</span>,
    },
    {
      id: 'status',
      title: t('worklists.status'),
      width: 196,
      cell: (row) => <ApplicationStatusPill status={row.status} />,
    },
    {
      id: 'external',
      title: t('worklists.external'),
      width: 180,
      hidden: true,
      cell: (row) => row.external_status,
    },
    {
      id: 'term',
      title: t('worklists.term'),
      width: 228,
      cell: (row) => <TermLeft days={row.days_left} urgency={row.urgency} />,
    },
    {
      id: 'planned',
      title: t('worklists.planned'),
      width: 100,
      hidden: true,
      cell: (row) => row.planned_date && shortDate(row.planned_date, language),
    },
    {
      id: 'executor',
      title: t('worklists.executor'),
      width: 132,
      cell: (row) => row.executor_name ?? t('worklists.free'),
    },
    {
      id: 'branch',
      title: t('worklists.branch'),
      width: 170,
      hidden: true,
      cell: (row) => row.branch_name,
    },
    {
      id: 'created',
      title: t('worklists.created'),
      width: 100,
      hidden: true,
      cell: (row) => shortDate(row.created_at, language),
    },
  ];
}

// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
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

// `packages`: by the id of a case the number of the package it lies in.
export function applicationColumns(
  t: T,
  language: Language,
  packages: ReadonlyMap<string, string> = new Map(),
): GridColumn<ApplicationRow>[] {
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
      cell: (row) => (
        <>
          <ApplicationStatusPill status={row.status} />
          {row.on_paper && row.status === 'processing' && (
            <OnPaper number={packages.get(row.id)} t={t} />
          )}
        </>
      ),
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

// How it goes to its agency, and whether it is packed already.
function OnPaper({ number, t }: { number: string | undefined; t: T }) {
  return (
    <Text span size="xs" c="dimmed" ml={6} title={number}>
      {t(number ? 'worklists.inPackage' : 'worklists.onPaper')}
    </Text>
  );
}

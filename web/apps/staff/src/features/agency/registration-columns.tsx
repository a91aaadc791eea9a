// SPDX-License-Identifier: Apache-2.0
import { shortDate } from '@/lib/dates.ts';
import { shortName } from '@/lib/format.ts';
import type { Language, T } from '@/lib/language.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import { TermLeft } from '@/ui/term-left.tsx';
import { RegistrationStatusPill } from './registration-status.tsx';
import type { RegistrationRow } from './registrations.ts';

export function registrationColumns(t: T, language: Language): GridColumn<RegistrationRow>[] {
  return [
    {
      id: 'number',
      title: t('agency.number'),
      width: 100,
      fixed: true,
      cell: (row) => row.number,
    },
    {
      id: 'applicant',
      title: t('agency.applicant'),
      width: 120,
      grow: 1.4,
      fixed: true,
      cell: (row) => <span title={row.applicant_name}>{shortName(row.applicant_name)}</span>,
    },
    {
      id: 'service',
      title: t('agency.service'),
      width: 194,
      grow: 1.6,
      cell: (row) => (
        <span title={row.service_name}>{row.service_short_name ?? row.service_name}</span>
      ),
    },
    {
      id: 'status',
      title: t('agency.status'),
      width: 156,
      cell: (row) => <RegistrationStatusPill status={row.status} />,
    },
    {
      id: 'term',
      title: t('agency.term'),
      width: 228,
      cell: (row) => <TermLeft days={row.days_left} urgency={row.urgency} />,
    },
    {
      id: 'received',
      title: t('agency.received'),
      width: 98,
      cell: (row) => shortDate(row.received_at, language),
    },
    {
      id: 'executor',
      title: t('agency.executor'),
      width: 116,
      cell: (row) => row.executor_name ?? t('agency.free'),
    },
    {
      id: 'unit',
      title: t('agency.unit'),
      width: 180,
      hidden: true,
      cell: (row) => <span title={row.unit_name}>{row.unit_name}</span>,
    },
    {
      id: 'centerNumber',
      title: t('agency.centerNumber'),
      width: 148,
      hidden: true,
      cell: (row) => row.center_number,
    },
    {
      id: 'center',
      title: t('agency.center'),
      width: 180,
      hidden: true,
      cell: (row) => row.center_name,
    },
  ];
}

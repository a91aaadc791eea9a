// SPDX-License-Identifier: Apache-2.0
import { exactDateTime } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import type { AuditEntry } from './audit-entries.ts';
import { ObjectLink } from './object-link.tsx';
import { reasonName, userName } from './words.ts';

export function auditColumns(t: T, language: Language): GridColumn<AuditEntry>[] {
  return [
    {
      id: 'serial',
      title: t('audit.serial'),
      width: 84,
      align: 'end',
      cell: (row) => row.serial,
    },
    {
      id: 'at',
      title: t('audit.at'),
      width: 170,
      fixed: true,
      cell: (row) => exactDateTime(row.at, language),
    },
    {
      id: 'user',
      title: t('audit.user'),
      width: 132,
      grow: 1,
      fixed: true,
      cell: (row) => <span title={userName(row, t)}>{userName(row, t)}</span>,
    },
    {
      id: 'event',
      title: t('audit.event'),
      width: 160,
      grow: 2.2,
      fixed: true,
      cell: (row) => (
        <span title={row.event_title ?? row.event}>{row.event_title ?? row.event}</span>
      ),
    },
    {
      id: 'object',
      title: t('audit.object'),
      width: 170,
      grow: 1.4,
      cell: (row) => <ObjectLink entry={row} />,
    },
    {
      id: 'reason',
      title: t('audit.reason'),
      width: 116,
      grow: 1,
      cell: (row) =>
        row.reason && <span title={reasonName(row.reason, t)}>{reasonName(row.reason, t)}</span>,
    },
    {
      id: 'address',
      title: t('audit.address'),
      width: 130,
      cell: (row) => row.remote_address,
    },
    {
      id: 'kind',
      title: t('audit.kind'),
      width: 130,
      hidden: true,
      cell: (row) => row.object_kind_title,
    },
  ];
}

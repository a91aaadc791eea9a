// SPDX-License-Identifier: Apache-2.0
import { shortDate, shortDateTime } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import { DueDay } from '@/ui/term-left.tsx';
import { PackageStatePill, RunStatePill } from './package-state.tsx';
import type { PackageLine } from './packages.ts';
import type { RunLine } from './runs.ts';
import { whereTo } from './where-to.ts';

type Columns<Row> = (t: T, language: Language) => GridColumn<Row>[];

function numberColumn<Row extends { number: string }>(t: T): GridColumn<Row> {
  return {
    id: 'number',
    title: t('packages.number'),
    width: 140,
    fixed: true,
    cell: (row) => row.number,
  };
}

function casesColumn<Row extends { cases: number }>(t: T): GridColumn<Row> {
  return {
    id: 'cases',
    title: t('packages.cases'),
    width: 80,
    cell: (row) => t('packages.casesCount', { count: row.cases }),
  };
}

function branchColumn<Row extends { branch_name: string }>(t: T): GridColumn<Row> {
  return {
    id: 'branch',
    title: t('packages.branch'),
    width: 170,
    hidden: true,
    cell: (row) => row.branch_name,
  };
}

export const toAgencyColumns: Columns<PackageLine> = (t, language) => [
  numberColumn(t),
  {
    id: 'agency',
    title: t('packages.agency'),
    width: 190,
    grow: 2.4,
    fixed: true,
    cell: (row) => <span title={whereTo(row)}>{whereTo(row)}</span>,
  },
  casesColumn(t),
  {
    id: 'state',
    title: t('packages.state'),
    width: 190,
    cell: (row) => <PackageStatePill state={row.state} />,
  },
  {
    id: 'due',
    title: t('packages.due'),
    width: 128,
    cell: (row) => <DueDay day={row.due} />,
  },
  {
    id: 'run',
    title: t('packages.inRun'),
    width: 140,
    hidden: true,
    cell: (row) => row.run?.number,
  },
  {
    id: 'received',
    title: t('packages.receivedOn'),
    width: 120,
    hidden: true,
    cell: (row) => row.received_on && shortDate(row.received_on, language),
  },
  {
    id: 'incoming',
    title: t('packages.incomingNumber'),
    width: 120,
    hidden: true,
    cell: (row) => row.incoming_number,
  },
  {
    id: 'author',
    title: t('packages.author'),
    width: 130,
    grow: 0.6,
    cell: (row) => <span title={row.branch_name}>{row.created_by}</span>,
  },
  {
    id: 'created',
    title: t('packages.created'),
    width: 150,
    cell: (row) => shortDateTime(row.created_at, language),
  },
  branchColumn(t),
];

// What comes back has neither a term nor a courier's run.
const outward = ['due', 'run', 'received', 'incoming'];
export const fromAgencyColumns: Columns<PackageLine> = (t, language) =>
  toAgencyColumns(t, language).filter(({ id }) => !outward.includes(id));

export const runColumns: Columns<RunLine> = (t, language) => [
  numberColumn(t),
  {
    id: 'courier',
    title: t('packages.run.courier'),
    width: 150,
    grow: 1.4,
    fixed: true,
    cell: (row) => row.courier || t('packages.run.nobody'),
  },
  {
    id: 'packages',
    title: t('packages.run.packages'),
    width: 100,
    cell: (row) => t('packages.packagesCount', { count: row.packages }),
  },
  casesColumn(t),
  {
    id: 'state',
    title: t('packages.state'),
    width: 172,
    cell: (row) => <RunStatePill state={row.state} />,
  },
  {
    id: 'author',
    title: t('packages.author'),
    width: 130,
    grow: 1,
    cell: (row) => row.sent_by || row.created_by,
  },
  {
    id: 'sent',
    title: t('packages.run.sentAt'),
    width: 150,
    cell: (row) => row.sent_at && shortDateTime(row.sent_at, language),
  },
  branchColumn(t),
];

// SPDX-License-Identifier: Apache-2.0
import { shortDateTime } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import type { InquiryRow } from './inquiries.ts';
import { InquiryStatePill } from './inquiry-state.tsx';

// What came of it in a line: the answer, or why there is none.
// The chosen values in a line: the first few, an answer may have a dozen.
export function headlineOf({ highlights = [], headline }: InquiryRow) {
  if (highlights.length <= mostInLine) return headline;
  const shown = highlights.slice(0, mostInLine).map(({ label, value }) => `${label}: ${value}`);
  return `${shown.join('; ')}…`;
}
const mostInLine = 3;

export function resultOf(row: InquiryRow, t: T) {
  const { has_data, state_text } = row;
  const headline = headlineOf(row);
  if (headline) return headline;
  if (has_data === false) return t('inquiry.noData');
  return state_text;
}

export function inquiryColumns(t: T, language: Language): GridColumn<InquiryRow>[] {
  const moment = (value?: string) => value && shortDateTime(value, language);
  return [
    {
      id: 'number',
      title: t('inquiry.number'),
      width: 104,
      fixed: true,
      cell: (row) => row.number ?? t('inquiry.noNumber'),
    },
    {
      id: 'title',
      title: t('inquiry.type'),
      width: 176,
      grow: 2,
      fixed: true,
      cell: (row) => <span title={row.title}>{row.title}</span>,
    },
    {
      id: 'addressee',
      title: t('inquiry.addressee'),
      width: 132,
      grow: 1.2,
      cell: (row) => <span title={row.addressee}>{row.addressee}</span>,
    },
    {
      id: 'subject',
      title: t('inquiry.subject'),
      width: 132,
      grow: 1,
      cell: (row) => row.subject_name,
    },
    {
      id: 'state',
      title: t('inquiry.state'),
      width: 172,
      cell: (row) => <InquiryStatePill inquiry={row} />,
    },
    {
      id: 'result',
      title: t('inquiry.result'),
      width: 140,
      grow: 1.6,
      cell: (row) => <span title={resultOf(row, t)}>{resultOf(row, t)}</span>,
    },
    {
      id: 'created',
      title: t('inquiry.created'),
      width: 150,
      cell: (row) => moment(row.created_at),
    },
    {
      id: 'updated',
      title: t('inquiry.updated'),
      width: 150,
      hidden: true,
      cell: (row) => moment(row.updated_at),
    },
    {
      id: 'consumer',
      title: t('inquiry.consumerNumber'),
      width: 130,
      hidden: true,
      cell: (row) => row.consumer_number,
    },
    {
      id: 'sent',
      title: t('inquiry.sentAt'),
      width: 150,
      hidden: true,
      cell: (row) => moment(row.sent_at),
    },
    {
      id: 'answered',
      title: t('inquiry.answeredAt'),
      width: 150,
      hidden: true,
      cell: (row) => moment(row.answered_at),
    },
    {
      id: 'application',
      title: t('inquiry.application'),
      width: 148,
      hidden: true,
      cell: (row) => row.application_number,
    },
    {
      id: 'executor',
      title: t('inquiry.executor'),
      width: 132,
      hidden: true,
      cell: (row) => row.executor_name,
    },
  ];
}

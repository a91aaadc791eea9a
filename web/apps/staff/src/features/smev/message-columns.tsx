// SPDX-License-Identifier: Apache-2.0
import { mdiArrowBottomLeft, mdiArrowTopRight } from '@mdi/js';
import { shortDateTime } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import { Icon } from '@/ui/icon.tsx';
import { MessageState } from './message-state.tsx';
import type { SmevMessage } from './messages.ts';

export function messageColumns(t: T, language: Language): GridColumn<SmevMessage>[] {
  return [
    {
      id: 'direction',
      title: t('smev.direction'),
      width: 118,
      cell: (row) => (
        <>
          <Icon
            path={row.direction === 'outgoing' ? mdiArrowTopRight : mdiArrowBottomLeft}
            size={14}
          />{' '}
          {t(`smev.direction.${row.direction}`)}
        </>
      ),
    },
    {
      id: 'title',
      title: t('smev.what'),
      width: 200,
      grow: 2,
      fixed: true,
      cell: (row) => {
        const title = row.title ?? t(`smev.operation.${row.operation}`);
        return <span title={title}>{title}</span>;
      },
    },
    {
      id: 'subject',
      title: t('smev.subjectNumber'),
      width: 140,
      cell: (row) => row.subject_number,
    },
    {
      id: 'state',
      title: t('smev.state'),
      width: 168,
      cell: (row) => <MessageState message={row} />,
    },
    {
      id: 'signature',
      title: t('smev.signatureOrError'),
      width: 200,
      grow: 1.4,
      cell: (row) => <span title={row.error ?? row.signature}>{row.error ?? row.signature}</span>,
    },
    {
      id: 'created',
      title: t('smev.created'),
      width: 150,
      cell: (row) => shortDateTime(row.created_at, language),
    },
    {
      id: 'attempts',
      title: t('smev.attempts'),
      width: 140,
      align: 'end',
      hidden: true,
      cell: (row) => (row.direction === 'outgoing' ? row.attempts : undefined),
    },
    {
      id: 'messageId',
      title: t('smev.messageId'),
      width: 300,
      hidden: true,
      cell: (row) => row.message_id,
    },
  ];
}

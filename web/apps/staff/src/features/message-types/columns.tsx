// SPDX-License-Identifier: Apache-2.0
import type { Language, T } from '@/lib/language.tsx';
import { typeWords } from '@/lib/message-type-words.ts';
import type { GridColumn } from '@/ui/data-grid/columns.ts';
import { TextLink } from '@/ui/text-link.tsx';
import type { MessageTypeSummary } from './message-types.ts';
import { VersionState } from './version-state.tsx';

export function messageTypeColumns(t: T, language: Language): GridColumn<MessageTypeSummary>[] {
  return [
    {
      id: 'title',
      title: t('types.title'),
      width: 240,
      grow: 2,
      fixed: true,
      cell: (row) => (
        <TextLink
          to="/message-types/$name/$version"
          params={{ name: row.name, version: String(row.version) }}
          tabIndex={-1}
        >
          {typeWords(row, language).title}
        </TextLink>
      ),
    },
    {
      id: 'agency',
      title: t('types.agency'),
      width: 180,
      grow: 1,
      cell: (row) => typeWords(row, language).agency || t('types.agency.none'),
    },
    {
      id: 'namespace',
      title: t('types.namespace'),
      width: 240,
      grow: 1.5,
      cell: (row) => <span title={row.namespace}>{row.namespace}</span>,
    },
    {
      id: 'version',
      title: t('types.version'),
      width: 76,
      align: 'end',
      cell: (row) => row.version,
    },
    {
      id: 'state',
      title: t('types.state'),
      width: 150,
      cell: (row) => <VersionState state={row.state} />,
    },
    {
      id: 'shipped',
      title: t('types.origin'),
      width: 130,
      cell: (row) => (row.shipped ? t('types.shipped') : t('types.imported')),
    },
    {
      id: 'kind',
      title: t('types.kind'),
      width: 170,
      hidden: true,
      cell: (row) => t(`types.kind.${row.kind}`),
    },
    { id: 'name', title: t('types.name'), width: 200, hidden: true, cell: (row) => row.name },
  ];
}

// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import '@okno/i18n/ru-message-types';
import { Button } from '@mantine/core';
import { mdiFileCodeOutline, mdiUpload } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { DataGrid } from '@/ui/data-grid/data-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { messageTypeColumns } from './columns.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { kinds, type MessageTypeSummary, messageTypesQuery, states } from './message-types.ts';

const route = getRouteApi('/frame/message-types');
const rowId = (row: MessageTypeSummary) => `${row.name}-${row.version}`;
const none: MessageTypeSummary[] = [];

export function MessageTypesPage() {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const mayManage = useRight('message_types.manage');
  const [importing, setImporting] = useState(false);
  const filter = route.useSearch();
  const types = useQuery(messageTypesQuery(filter));
  const columns = useMemo(() => messageTypeColumns(t, language), [t, language]);
  const filtered = Object.keys(filter).length > 0;
  const go = (search: typeof filter) =>
    void navigate({ to: '/message-types', search, replace: true });
  const open = ({ name, version }: { name: string; version: number }) =>
    void navigate({
      to: '/message-types/$name/$version',
      params: { name, version: String(version) },
    });
  const importButton = mayManage && (
    <Button leftSection={<Icon path={mdiUpload} size={18} />} onClick={() => setImporting(true)}>
      {t('types.import')}
    </Button>
  );

  return (
    <Page title={t('section.messageTypes')} actions={importButton}>
      <FilterRow label={t('types.filters')} active={filtered} onReset={() => go({})}>
        <SearchField
          label={t('types.search')}
          placeholder={t('types.search')}
          value={filter.q ?? ''}
          onChange={(q) => go({ ...filter, q: q || undefined })}
        />
        <FilterSelect
          label={t('types.state')}
          any={t('types.anyState')}
          value={filter.state}
          options={states
            .filter((value) => mayManage || value !== 'draft')
            .map((value) => ({ value, label: t(`types.state.${value}`) }))}
          onChange={(state) => go({ ...filter, state: state as typeof filter.state })}
        />
        <FilterSelect
          label={t('types.kind')}
          any={t('types.anyKind')}
          value={filter.kind}
          options={kinds.map((value) => ({ value, label: t(`types.kind.${value}`) }))}
          onChange={(kind) => go({ ...filter, kind: kind as typeof filter.kind })}
          width="13rem"
        />
      </FilterRow>
      <DataGrid
        label={t('section.messageTypes')}
        name="message-types"
        columns={columns}
        rows={types.data?.items ?? none}
        rowId={rowId}
        onOpen={open}
        loading={types.isPending || types.isPlaceholderData}
        autoFocus
        placeholder={
          types.error ? (
            <ProblemAlert error={types.error} onRetry={() => void types.refetch()} />
          ) : (
            <EmptyState
              icon={mdiFileCodeOutline}
              title={filtered ? t('types.nothing') : t('types.empty')}
              text={filtered ? t('types.nothing.text') : t('types.empty.text')}
            />
          )
        }
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} onImported={open} />}
    </Page>
  );
}

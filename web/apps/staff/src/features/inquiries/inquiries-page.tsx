// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Button } from '@mantine/core';
import { mdiFileSearchOutline, mdiPlus } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage } from '@/lib/language.tsx';
import { moreOf, rowsOf } from '@/lib/pages.ts';
import { useRight } from '@/lib/session.ts';
import { DataGrid } from '@/ui/data-grid/data-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { type InquiryRow, inquiriesQuery } from './inquiries.ts';
import { inquiryColumns } from './inquiry-columns.tsx';
import { InquiryFilterRow } from './inquiry-filters.tsx';

const route = getRouteApi('/frame/inquiries');
const rowId = (row: InquiryRow) => row.id;

export function InquiriesPage() {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const filter = route.useSearch();
  const inquiries = useInfiniteQuery(inquiriesQuery(filter));
  const rows = useMemo(() => rowsOf(inquiries.data), [inquiries.data]);
  const columns = useMemo(() => inquiryColumns(t, language), [t, language]);
  const maySend = useRight('inquiries.send');
  const filtered = Object.keys(filter).length > 0;
  const go = (search: typeof filter) => void navigate({ to: '/inquiries', search, replace: true });
  useHotkeys(t('section.inquiries'), [
    {
      keys: 'alt+N',
      title: t('inquiry.new'),
      run: () => void navigate({ to: '/inquiries/new' }),
      enabled: maySend,
    },
  ]);

  return (
    <Page
      title={t('section.inquiries')}
      actions={
        maySend && (
          <Button
            component={Link}
            to="/inquiries/new"
            leftSection={<Icon path={mdiPlus} size={18} />}
            aria-keyshortcuts="Alt+N"
          >
            {t('inquiry.new')}
          </Button>
        )
      }
    >
      <InquiryFilterRow
        filter={filter}
        onChange={(change) => go({ ...filter, ...change } as typeof filter)}
        onReset={() => go({})}
      />
      <DataGrid
        label={t('section.inquiries')}
        name="inquiries"
        columns={columns}
        rows={rows}
        rowId={rowId}
        onOpen={(row) => void navigate({ to: '/inquiries/$id', params: { id: row.id } })}
        loading={inquiries.isPending || inquiries.isPlaceholderData}
        more={moreOf(inquiries)}
        autoFocus
        placeholder={
          inquiries.error ? (
            <ProblemAlert error={inquiries.error} onRetry={() => void inquiries.refetch()} />
          ) : (
            <EmptyState
              icon={mdiFileSearchOutline}
              title={filtered ? t('inquiry.nothing') : t('inquiry.empty')}
              text={filtered ? t('inquiry.nothing.text') : t('inquiry.empty.text')}
            />
          )
        }
      />
    </Page>
  );
}

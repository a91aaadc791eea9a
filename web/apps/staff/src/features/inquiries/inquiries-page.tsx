// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Button } from '@mantine/core';
import { mdiFileSearchOutline, mdiPlus } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { PagedGrid } from '@/ui/data-grid/paged-grid.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Page } from '@/ui/page.tsx';
import { inquiriesQuery } from './inquiries.ts';
import { inquiryColumns } from './inquiry-columns.tsx';
import { InquiryFilterRow } from './inquiry-filters.tsx';

const route = getRouteApi('/frame/inquiries');

export function InquiriesPage() {
  const t = useT();
  const navigate = useNavigate();
  const filter = route.useSearch();
  const inquiries = useInfiniteQuery(inquiriesQuery(filter));
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
      <PagedGrid
        label={t('section.inquiries')}
        name="inquiries"
        columns={inquiryColumns}
        query={inquiries}
        onOpen={({ id }) => void navigate({ to: '/inquiries/$id', params: { id } })}
        empty={{
          icon: mdiFileSearchOutline,
          title: filtered ? t('inquiry.nothing') : t('inquiry.empty'),
          text: filtered ? t('inquiry.nothing.text') : t('inquiry.empty.text'),
        }}
      />
    </Page>
  );
}

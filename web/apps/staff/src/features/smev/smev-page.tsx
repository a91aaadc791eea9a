// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { mdiEyeOffOutline, mdiSwapHorizontal } from '@mdi/js';
import { ProblemError } from '@okno/api/problem';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { PagedGrid } from '@/ui/data-grid/paged-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { Page } from '@/ui/page.tsx';
import { ConnectionCards } from './connection-cards.tsx';
import { EndingKeys } from './ending-keys.tsx';
import { messageColumns } from './message-columns.tsx';
import { MessageDrawer } from './message-drawer.tsx';
import { MessageFilters } from './message-filters.tsx';
import { type MessageFilters as Filters, messagesQuery } from './messages.ts';

const route = getRouteApi('/frame/smev');

// The whole journal is for those who work for the whole organization.
function isForOthers(error: unknown) {
  return error instanceof ProblemError && error.problem.status === 403;
}

export function SmevPage() {
  const t = useT();
  const navigate = useNavigate();
  const { message: openedId, ...filter } = route.useSearch();
  const messages = useInfiniteQuery(messagesQuery(filter));
  const rows = useMemo(() => rowsOf(messages.data), [messages.data]);
  const opened = rows.find(({ id }) => id === openedId);
  const filtered = Object.keys(filter).length > 0;
  const go = (search: Filters & { message?: string }) =>
    void navigate({ to: '/smev', search: search as typeof filter, replace: true });

  return (
    <Page title={t('smev.title')}>
      <ConnectionCards />
      <EndingKeys />
      {isForOthers(messages.error) ? (
        <EmptyState
          icon={mdiEyeOffOutline}
          title={t('smev.forOthers')}
          text={t('smev.forOthers.text')}
        />
      ) : (
        <>
          <MessageFilters filter={filter} onChange={go} />
          <PagedGrid
            label={t('smev.messages')}
            name="smev"
            columns={messageColumns}
            query={messages}
            onOpen={(row) => go({ ...filter, message: row.id })}
            empty={{
              icon: mdiSwapHorizontal,
              title: filtered ? t('smev.nothing') : t('smev.empty'),
              text: filtered ? t('smev.nothing.text') : t('smev.empty.text'),
            }}
          />
        </>
      )}
      {opened && <MessageDrawer message={opened} onClose={() => go(filter)} />}
    </Page>
  );
}

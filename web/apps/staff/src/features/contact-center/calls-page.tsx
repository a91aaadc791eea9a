// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Button, Chip, Text } from '@mantine/core';
import { mdiPhoneCheckOutline } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { EmptyState } from '@/ui/empty-state.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { useToast } from '@/ui/toast.tsx';
import { CallCard } from './call-card.tsx';
import { CallList } from './call-list.tsx';
import { type Call, callsQuery } from './calls.ts';
import classes from './calls-page.module.css';

const route = getRouteApi('/frame/calls');

export function CallsPage() {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { call: asked, ...filter } = route.useSearch();
  const query = useInfiniteQuery(callsQuery(filter));
  const calls = useMemo(() => rowsOf(query.data).filter((call) => !call.done), [query.data]);
  const total = query.data?.pages[0]?.total;
  const chosen = calls.find(({ id }) => id === asked) ?? calls[0];
  const filtered = Object.keys(filter).length > 0;

  const go = (search: typeof filter & { call?: string }) =>
    void navigate({ to: '/calls', search, replace: true });
  const choose = (call: string | undefined) => go({ ...filter, call });
  // Keeps the card under the agent's hands when a more urgent call appears above it.
  const shown = chosen?.id;
  useEffect(() => {
    if (!shown || shown === asked) return;
    void navigate({ to: '/calls', search: (now) => ({ ...now, call: shown }), replace: true });
  }, [shown, asked, navigate]);
  // After a call the next one is at hand.
  const recorded = (call: Call) => {
    const index = calls.findIndex(({ id }) => id === call.id);
    choose(calls[index + 1]?.id ?? calls[index - 1]?.id);
    toast.done(t('calls.recorded', { name: call.applicant_name }));
  };

  return (
    <Page
      title={t('section.calls')}
      aside={total !== undefined && <Text c="dimmed">{t('calls.total', { count: total })}</Text>}
    >
      <FilterRow label={t('calls.filters')} active={filtered} onReset={() => go({})}>
        <SearchField
          label={t('calls.q')}
          placeholder={t('calls.q')}
          value={filter.q ?? ''}
          onChange={(q) => go({ ...filter, q: q || undefined })}
        />
        <FilterSelect
          label={t('calls.reason')}
          any={t('calls.anyReason')}
          value={filter.reason}
          options={(['result', 'rework', 'later'] as const).map((value) => ({
            value,
            label: t(`calls.reason.${value}`),
          }))}
          onChange={(reason) => go({ ...filter, reason: reason as typeof filter.reason })}
          width="14rem"
        />
        <Chip
          size="xs"
          checked={filter.wrong_number === true}
          onChange={(wrong) => go({ ...filter, wrong_number: wrong || undefined })}
        >
          {t('calls.wrongNumber')}
        </Chip>
      </FilterRow>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <RoutePending />}
      {query.data && calls.length === 0 && (
        <EmptyState
          icon={mdiPhoneCheckOutline}
          title={filtered ? t('calls.nothing') : t('calls.empty')}
          text={filtered ? t('calls.nothing.text') : t('calls.empty.text')}
        />
      )}
      {chosen && (
        <div className={classes.panes}>
          <div className={classes.listPane}>
            <CallList calls={calls} chosen={chosen.id} onChoose={choose} />
            {query.hasNextPage && (
              <Button
                variant="subtle"
                size="xs"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('calls.more')}
              </Button>
            )}
          </div>
          <CallCard call={chosen} onRecorded={recorded} />
        </div>
      )}
    </Page>
  );
}

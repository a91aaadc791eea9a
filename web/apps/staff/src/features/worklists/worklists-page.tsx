// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-worklists';
import { Button } from '@mantine/core';
import { mdiPlus, mdiTrayFull } from '@mdi/js';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { isCaseNumber } from '@/lib/case-number.ts';
import { useLanguage } from '@/lib/language.tsx';
import { packagesOfCasesQuery } from '@/lib/packages-of-cases.ts';
import { moreOf, rowsOf } from '@/lib/pages.ts';
import { mayTakeIn, useRight, useSession } from '@/lib/session.ts';
import { DataGrid } from '@/ui/data-grid/data-grid.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { TabBar, TabLink } from '@/ui/tab-bar.tsx';
import { type ApplicationRow, applicationsQuery } from './applications.ts';
import { AssignBar } from './assign-bar.tsx';
import { CaseStateCard } from './case-state-card.tsx';
import { applicationColumns, draftColumns } from './columns.tsx';
import { countsQuery } from './counts.ts';
import { Filters } from './filters.tsx';
import { chosenList, listsOf } from './lists.ts';

const route = getRouteApi('/frame/cases');
const rowId = (row: ApplicationRow) => row.id;
const none: ReadonlySet<string> = new Set();

export function WorklistsPage() {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { list: asked, ...filter } = route.useSearch();
  const lists = listsOf(useSession());
  const list = chosenList(asked, lists);
  const counts = useQuery(countsQuery);
  const applications = useInfiniteQuery(applicationsQuery({ ...filter, list }));
  const rows = useMemo(() => rowsOf(applications.data), [applications.data]);
  const isDrafts = list === 'drafts';
  const packages = usePackagesOf(rows);
  const columns = useMemo(
    () => (isDrafts ? draftColumns(t, language) : applicationColumns(t, language, packages)),
    [isDrafts, t, language, packages],
  );
  // The whole number of a case that is in none of the lists: its state is told all the same.
  const elsewhere =
    isCaseNumber(filter.q) && applications.isSuccess && rows.length === 0 && filter.q.trim();
  const [selected, setSelected] = useState(none);
  const mayFile = useRight('applications.file');
  const mayBegin = mayTakeIn(useSession());
  const mayProcess = useRight('applications.process');

  const open = (row: ApplicationRow) => {
    if (row.status === 'draft' && mayFile) {
      void navigate({ to: '/intake', search: { application: row.id } });
    } else void navigate({ to: '/cases/$id', params: { id: row.id } });
  };
  const change = (next: typeof filter) => {
    setSelected(none);
    void navigate({ to: '/cases', search: { list: asked, ...filter, ...next }, replace: true });
  };

  return (
    <Page
      title={t('section.cases')}
      actions={
        mayBegin && (
          <Button component={Link} to="/intake" leftSection={<Icon path={mdiPlus} size={18} />}>
            {t('worklists.accept')}
          </Button>
        )
      }
    >
      <TabBar label={t('worklists.lists')}>
        {lists.map((name) => (
          <TabLink
            key={name}
            to="/cases"
            search={{ list: name }}
            title={t(`worklists.list.${name}`)}
            count={counts.data?.[name]}
            current={name === list}
            onClick={() => setSelected(none)}
          />
        ))}
      </TabBar>
      <Filters
        drafts={isDrafts}
        filter={filter}
        onChange={change}
        onReset={() => void navigate({ to: '/cases', search: { list: asked } })}
      />
      {selected.size > 0 && <AssignBar ids={selected} rows={rows} onDone={setSelected} />}
      {elsewhere ? (
        <CaseStateCard number={elsewhere} />
      ) : (
        <DataGrid
          label={t(`worklists.list.${list}`)}
          name={isDrafts ? 'drafts' : 'applications'}
          columns={columns}
          rows={rows}
          rowId={rowId}
          onOpen={open}
          selection={mayProcess ? { ids: selected, onChange: setSelected } : undefined}
          loading={applications.isPending || applications.isPlaceholderData}
          more={moreOf(applications)}
          autoFocus
          placeholder={
            applications.error ? (
              <ProblemAlert
                error={applications.error}
                onRetry={() => void applications.refetch()}
              />
            ) : (
              <EmptyState
                icon={mdiTrayFull}
                title={Object.keys(filter).length ? t('worklists.nothing') : t('worklists.empty')}
                text={
                  Object.keys(filter).length
                    ? t(list === 'all' ? 'worklists.nothing.text.all' : 'worklists.nothing.text')
                    : t(`worklists.empty.${list}`)
                }
              />
            )
          }
        />
      )}
    </Page>
  );
}

// Where the cases on paper lie that are still here: a row says whether it is packed already.
function usePackagesOf(rows: ApplicationRow[]): ReadonlyMap<string, string> {
  const here = rows.filter(({ on_paper, status }) => on_paper && status === 'processing');
  const { data } = useQuery(packagesOfCasesQuery(here.map(({ id }) => id)));
  return useMemo(
    () => new Map(data?.items.map(({ application_id, number }) => [application_id, number])),
    [data],
  );
}

// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Chip } from '@mantine/core';
import { mdiInboxArrowDownOutline } from '@mdi/js';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { organizationQuery, unitOptions } from '@/lib/units.ts';
import { PagedGrid } from '@/ui/data-grid/paged-grid.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { Page } from '@/ui/page.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { TabBar, TabLink } from '@/ui/tab-bar.tsx';
import { registrationColumns } from './registration-columns.tsx';
import {
  registrationCountsQuery,
  registrationLists,
  registrationServicesQuery,
  registrationsQuery,
} from './registrations.ts';

const route = getRouteApi('/frame/registrations');

export function RegistrationsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { list = 'new', ...filter } = route.useSearch();
  const counts = useQuery(registrationCountsQuery);
  const organization = useQuery(organizationQuery);
  const services = useQuery(registrationServicesQuery);
  const registrations = useInfiniteQuery(registrationsQuery({ ...filter, list }));
  const filtered = Object.keys(filter).length > 0;
  const change = (next: Partial<typeof filter>) =>
    void navigate({ to: '/registrations', search: { list, ...filter, ...next }, replace: true });

  return (
    <Page title={t('section.registrations')}>
      <TabBar label={t('agency.lists')}>
        {registrationLists.map((name) => (
          <TabLink
            key={name}
            to="/registrations"
            search={{ list: name }}
            title={t(`agency.list.${name}`)}
            count={counts.data?.[name]}
            current={name === list}
          />
        ))}
      </TabBar>
      <FilterRow
        label={t('agency.filters')}
        active={filtered}
        onReset={() => void navigate({ to: '/registrations', search: { list } })}
      >
        <SearchField
          label={t('agency.q')}
          placeholder={t('agency.q')}
          value={filter.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
        <FilterSelect
          label={t('agency.service')}
          any={t('agency.anyService')}
          value={filter.service}
          options={(services.data?.items ?? []).map(({ code, short_name }) => ({
            value: code,
            label: short_name,
          }))}
          onChange={(service) => change({ service })}
          searchable
          width="14rem"
        />
        <FilterSelect
          label={t('agency.unit')}
          any={t('agency.anyUnit')}
          value={filter.unit}
          options={unitOptions(organization.data?.units ?? [])}
          onChange={(unit) => change({ unit })}
          searchable
          width="16rem"
        />
        <Chip
          size="xs"
          checked={filter.overdue === true}
          onChange={(overdue) => change({ overdue: overdue || undefined })}
        >
          {t('agency.overdue')}
        </Chip>
      </FilterRow>
      <PagedGrid
        label={t(`agency.list.${list}`)}
        name="registrations"
        columns={registrationColumns}
        query={registrations}
        onOpen={({ id }) => void navigate({ to: '/registrations/$id', params: { id } })}
        empty={{
          icon: mdiInboxArrowDownOutline,
          title: filtered ? t('agency.nothing') : t('agency.empty'),
          text: filtered
            ? t(list === 'all' ? 'agency.nothing.text.all' : 'agency.nothing.text')
            : t(`agency.empty.${list}`),
        }}
      />
    </Page>
  );
}

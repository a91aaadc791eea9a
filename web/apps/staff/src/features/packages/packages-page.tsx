// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Switch } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { Page } from '@/ui/page.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { TabBar, TabLink } from '@/ui/tab-bar.tsx';
import { NewPackageButton } from './new-package-button.tsx';
import { NewRunButton } from './new-run-button.tsx';
import { PackageList } from './package-list.tsx';
import { RunList } from './run-list.tsx';

const route = getRouteApi('/frame/packages');
const tabs = ['to', 'runs', 'from'] as const;

// What travels on paper: to the agencies, with whom, and back from them.
export function PackagesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { tab = 'to', ended, q } = route.useSearch();
  const go = (search: { ended?: boolean; q?: string }) =>
    void navigate({ to: '/packages', search: { tab, ...search }, replace: true });
  const direction = tab === 'from' ? 'from_agency' : 'to_agency';
  return (
    <Page
      title={t('section.packages')}
      actions={
        tab === 'runs' ? <NewRunButton /> : <NewPackageButton key={tab} direction={direction} />
      }
    >
      <TabBar label={t('packages.tabs')}>
        {tabs.map((name) => (
          <TabLink
            key={name}
            to="/packages"
            search={{ tab: name, ended }}
            title={t(`packages.tab.${name}`)}
            current={name === tab}
          />
        ))}
      </TabBar>
      <FilterRow
        label={t('packages.filters')}
        active={q !== undefined || ended === true}
        onReset={() => go({})}
      >
        {tab !== 'runs' && (
          <SearchField
            label={t('packages.q')}
            placeholder={t('packages.q')}
            value={q ?? ''}
            onChange={(next) => go({ ended, q: next || undefined })}
          />
        )}
        <Switch
          size="xs"
          label={t('packages.ended')}
          checked={ended === true}
          onChange={(event) => go({ q, ended: event.currentTarget.checked || undefined })}
        />
      </FilterRow>
      {tab === 'runs' ? (
        <RunList ended={ended === true} />
      ) : (
        <PackageList key={tab} direction={direction} ended={ended === true} q={q} />
      )}
    </Page>
  );
}

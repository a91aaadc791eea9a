// SPDX-License-Identifier: Apache-2.0
import type { Package, PackageCase } from './packages.ts';
import type { Run } from './runs.ts';

export function caseOf(number: string, part: Partial<PackageCase> = {}): PackageCase {
  return {
    application_id: `a-${number}`,
    number,
    applicant_name: 'Иванова А. П.',
    service_name: 'Регистрация рождения',
    status: 'processing',
    planned_date: '2026-12-04',
    documents: 3,
    sheets: 5,
    ...part,
  };
}

// A package being put together, for tests.
export function packageOf(part: Partial<Package> = {}): Package {
  const items = part.items ?? [caseOf('0101-26-000001')];
  return {
    id: 'p1',
    direction: 'to_agency',
    number: '0101-П-26-0004',
    state: 'draft',
    agency_code: 'zags',
    agency_name: 'Управление ЗАГС',
    branch_name: 'Центральный филиал',
    cases: items.length,
    created_at: '2026-11-26T08:50:00Z',
    created_by: 'Кузнецова О. В.',
    version: 3,
    items,
    actions: ['edit', 'make_ready', 'dissolve', 'print'],
    ...part,
  };
}

export function runOf(part: Partial<Run> = {}): Run {
  return {
    id: 'r1',
    number: '0101-К-26-0002',
    state: 'draft',
    courier: '',
    branch_name: 'Центральный филиал',
    packages: 1,
    cases: 1,
    created_at: '2026-11-26T09:50:00Z',
    created_by: 'Кузнецова О. В.',
    version: 1,
    items: [packageOf({ state: 'ready' })],
    others: [],
    actions: ['edit', 'dispatch', 'cancel', 'print'],
    ...part,
  };
}

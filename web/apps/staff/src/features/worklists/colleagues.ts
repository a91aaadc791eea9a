// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';
import type { ApplicationRow } from './applications.ts';

type Employee = Schemas['Employee'];

export const employeesQuery = queryOptions({
  queryKey: ['employees'],
  queryFn: () => take(api.GET('/api/v1/employees')),
  staleTime: 600_000,
});

// Whom all these cases may be given to: processors of their branch, and those of the whole center.
export function colleaguesFor(
  rows: Pick<ApplicationRow, 'branch_name'>[],
  employees: Employee[],
): Employee[] {
  return employees.filter(
    ({ roles, branch }) =>
      (roles.includes('processor') || roles.includes('auditor')) &&
      rows.every((row) => !branch || row.branch_name === branch.name),
  );
}

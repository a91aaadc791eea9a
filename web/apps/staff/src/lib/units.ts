// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

// A unit of an agency or an office of a center.
type Unit = Pick<Schemas['Organization']['units'][number], 'id' | 'name' | 'parent_id'>;

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: () => take(api.GET('/api/v1/organization')),
  staleTime: 600_000,
});

// The tree of units as a list in which the depth is shown by indentation, parents before children.
export function unitOptions(units: Unit[], parent?: string, depth = 0): UnitOption[] {
  const known = new Set(units.map(({ id }) => id));
  const isChild = (unit: Unit) =>
    parent ? unit.parent_id === parent : !unit.parent_id || !known.has(unit.parent_id);
  return units
    .filter(isChild)
    .flatMap((unit) => [
      { value: unit.id, label: `${'\u2003'.repeat(depth)}${unit.name}` },
      ...unitOptions(units, unit.id, depth + 1),
    ]);
}

export type UnitOption = { value: string; label: string };

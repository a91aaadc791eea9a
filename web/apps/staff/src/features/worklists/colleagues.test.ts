// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { colleaguesFor } from './colleagues.ts';

const central = { id: 'b1', name: 'Центральный филиал' };
const river = { id: 'b2', name: 'Заречный филиал' };
const employees = [
  { id: 'operator', display_name: 'Иванова', roles: ['operator'], branch: central },
  { id: 'processor', display_name: 'Кузнецова', roles: ['processor'], branch: central },
  { id: 'other', display_name: 'Смирнов', roles: ['processor'], branch: river },
  { id: 'auditor', display_name: 'Орлова', roles: ['auditor'] },
];

function ids(...branches: string[]) {
  return colleaguesFor(
    branches.map((branch_name) => ({ branch_name })),
    employees,
  ).map(({ id }) => id);
}

describe('colleaguesFor', () => {
  it('are the processors of the branch and those of the whole center', () => {
    expect(ids(central.name)).toEqual(['processor', 'auditor']);
  });

  it('are only those of the whole center when the cases are of several branches', () => {
    expect(ids(central.name, river.name)).toEqual(['auditor']);
  });
});

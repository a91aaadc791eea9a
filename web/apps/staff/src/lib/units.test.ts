// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { unitOptions } from './units.ts';

describe('unitOptions', () => {
  it('puts children under their parents, deeper', () => {
    const options = unitOptions([
      { id: 'b', name: 'Отдел выплат', parent_id: 'a' },
      { id: 'a', name: 'Управление' },
      { id: 'c', name: 'Сектор', parent_id: 'b' },
      { id: 'd', name: 'Другое управление' },
    ]);
    expect(options.map(({ label }) => label)).toEqual([
      'Управление',
      '\u2003Отдел выплат',
      '\u2003\u2003Сектор',
      'Другое управление',
    ]);
  });

  it('keeps a unit whose parent the person may not see', () => {
    const options = unitOptions([{ id: 'b', name: 'Отдел выплат', parent_id: 'hidden' }]);
    expect(options).toEqual([{ value: 'b', label: 'Отдел выплат' }]);
  });
});

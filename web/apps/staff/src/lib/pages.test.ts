// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { rowsOf } from './pages.ts';

describe('rowsOf', () => {
  it('shows a row once that moved to another page meanwhile, as it was read last', () => {
    const data = {
      pages: [
        {
          items: [
            { id: 'a', status: 'sent' },
            { id: 'b', status: 'sent' },
          ],
        },
        {
          items: [
            { id: 'b', status: 'closed' },
            { id: 'c', status: 'sent' },
          ],
        },
      ],
      pageParams: [undefined, '2'],
    };
    expect(rowsOf(data)).toEqual([
      { id: 'a', status: 'sent' },
      { id: 'b', status: 'closed' },
      { id: 'c', status: 'sent' },
    ]);
  });
});

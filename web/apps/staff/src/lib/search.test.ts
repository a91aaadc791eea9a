// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { flag, known, oneOf, text, whole } from './search.ts';

describe('search parameters', () => {
  it('drop what is absent, empty or not allowed', () => {
    const search = { q: '', list: 'wrong', overdue: 'yes', due_within: 'soon' };
    expect(
      known({
        q: text(search, 'q'),
        list: oneOf(search, 'list', ['new', 'all']),
        overdue: flag(search, 'overdue'),
        due_within: whole(search, 'due_within'),
      }),
    ).toEqual({});
  });

  it('read a number that the router has parsed as a text', () => {
    expect(text({ q: 101 }, 'q')).toBe('101');
    expect(whole({ due_within: '3' }, 'due_within')).toBe(3);
    expect(flag({ overdue: true }, 'overdue')).toBe(true);
  });
});

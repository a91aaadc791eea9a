// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { chosenList, listsOf } from './lists.ts';

const operator = { rights: ['applications.view', 'applications.file', 'applications.issue'] };
const processor = { rights: ['applications.view', 'applications.process'] };
const agent = { rights: ['applications.view', 'calls.view'] };

describe('lists', () => {
  it('are those of use to the role', () => {
    expect(listsOf(operator)).toEqual([
      'mine',
      'drafts',
      'rework',
      'to_issue',
      'issued',
      'all',
      'archive',
    ]);
    expect(listsOf(processor)[0]).toBe('processing');
    expect(listsOf(processor)).not.toContain('drafts');
    expect(listsOf(agent)).toEqual(['awaiting_notice', 'to_issue', 'all', 'archive']);
  });

  it('fall back to the first when the address asks for another role’s list', () => {
    expect(chosenList('drafts', listsOf(processor))).toBe('processing');
    expect(chosenList('sent', listsOf(processor))).toBe('sent');
    expect(chosenList('nonsense', listsOf(operator))).toBe('mine');
  });
});

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { homeOf, mayOpen, sectionsOf } from './sections.ts';

describe('sections', () => {
  it.each([
    [
      'operator',
      ['applications.view', 'applications.file', 'inquiries.view'],
      ['/intake', '/cases', '/inquiries'],
    ],
    [
      'processor',
      ['applications.view', 'applications.process', 'packages.manage', 'exchange.view'],
      ['/cases', '/packages'],
    ],
    ['contact agent', ['applications.view', 'calls.view'], ['/calls', '/cases']],
    ['officer', ['registrations.view', 'exchange.view'], ['/registrations']],
    [
      'administrator',
      ['audit.view', 'exchange.view', 'message_types.view'],
      ['/smev', '/message-types', '/audit'],
    ],
  ])('of the %s are what the rights allow', (_, rights, paths) => {
    const session = sessionWith(rights, { branch: { id: 'b1', name: 'Филиал № 1' } });
    expect(sectionsOf(session).map(({ path }) => path)).toEqual(paths);
    expect(homeOf(session)).toBe(paths[0]);
  });

  it('begin with the journal for an auditor, who has no office to take applications in', () => {
    const session = sessionWith(['applications.view', 'applications.file', 'audit.view'], {
      roles: ['auditor'],
    });
    expect(homeOf(session)).toBe('/audit');
    expect(sectionsOf(session).map(({ path }) => path)).toEqual(['/cases', '/audit']);
  });

  it('leave the own account to one without rights', () => {
    expect(homeOf(sessionWith([]))).toBe('/account');
  });

  it('are not opened by their address without the right, a corrected case is', () => {
    const session = sessionWith(['applications.view', 'applications.file']);
    expect(mayOpen(session, '/audit')).toBe(false);
    expect(mayOpen(session, '/message-types/a/1')).toBe(false);
    expect(mayOpen(session, '/courier-runs/r1')).toBe(false);
    expect(mayOpen(session, '/cases/c1')).toBe(true);
    expect(mayOpen(session, '/intake')).toBe(true);
    expect(mayOpen(session, '/account')).toBe(true);
  });
});

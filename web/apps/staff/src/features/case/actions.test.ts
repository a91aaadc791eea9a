// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { arrange } from './actions.ts';
import type { ActionName, NextAction, Status } from './application.ts';
import { applicationOf } from './application-sample.ts';

const may = (action: ActionName): NextAction => ({ action, allowed: true });
const not = (action: ActionName): NextAction => ({ action, allowed: false, why_not: 'нельзя' });
const me = { user: { id: 'user-1' }, branch: { id: 'b-1' } };

function arranged(status: Status, actions: NextAction[], executorId?: string) {
  const executor = executorId ? { id: executorId, name: 'Петров' } : undefined;
  const { header, more } = arrange(applicationOf({ status, actions, executor }), me);
  return { header: header.map(({ action }) => action), more: more.map(({ action }) => action) };
}

it('puts the way forward first and the rest under «Ещё», the allowed ones on top', () => {
  const actions = [not('issue'), may('edit'), may('consult'), may('handover'), may('upload')];
  expect(arranged('intake', actions)).toEqual({
    header: ['handover', 'edit'],
    more: ['consult', 'upload', 'issue'],
  });
});

it('keeps the next step in its place while it is not allowed', () => {
  const { header } = arrange(
    applicationOf({ status: 'processing', actions: [not('send'), may('rework')] }),
    me,
  );
  expect(header[0]).toEqual({ action: 'send', allowed: false, why_not: 'нельзя' });
});

it.each<[Status, NextAction[]]>([
  ['in_agency', [not('file'), not('delete'), not('consult'), not('handover'), not('upload')]],
  ['closed', [not('withdraw'), not('issue'), not('send')]],
])('says nothing about what lies behind a case that is %s', (status, actions) => {
  expect(arranged(status, actions)).toEqual({ header: [], more: [] });
});

it('does not offer to take a case that is already mine', () => {
  expect(arranged('processing', [may('assign')], me.user.id).header).toEqual([]);
  expect(arranged('processing', [may('assign')], 'user-2').header).toEqual(['assign']);
});

it('lets papers of the result be handed out only where they lie', () => {
  const application = applicationOf({
    status: 'ready_to_issue',
    result_papers: [{ title: 'Паспорт', sheets: 1 }],
    actions: [not('issue'), may('upload')],
  });
  const allowed = (id: string) =>
    arrange(application, { ...me, branch: { id } }).header[0]?.allowed;
  expect(allowed('b-1')).toBe(true);
  expect(allowed('b-2')).toBe(false);
});

it('lets the issue begin before the signed receipt is there, where it can be uploaded', () => {
  const { header } = arrange(
    applicationOf({ status: 'awaiting_notice', actions: [not('issue'), may('upload')] }),
    me,
  );
  expect(header).toEqual([{ action: 'issue', allowed: true }]);
});

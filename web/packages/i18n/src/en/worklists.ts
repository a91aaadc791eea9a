// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { worklists as source } from '../ru/worklists.ts';

export const worklists: Translation<typeof source> = {
  'worklists.lists': 'Lists of cases',
  'worklists.list.drafts': 'Drafts',
  'worklists.list.mine': 'My cases',
  'worklists.list.rework': 'In rework',
  'worklists.list.processing': 'In processing',
  'worklists.list.sent': 'Sent',
  'worklists.list.in_agency': 'In the agency',
  'worklists.list.awaiting_notice': 'To notify',
  'worklists.list.to_issue': 'To issue',
  'worklists.list.issued': 'Issued here',
  'worklists.list.all': 'All',
  'worklists.list.archive': 'Archive',

  'worklists.accept': 'Take an application',
  'worklists.number': 'Number',
  'worklists.onPaper': 'on paper',
  'worklists.inPackage': 'packed',
  'worklists.noNumber': 'no number',
  'worklists.applicant': 'Applicant',
  'worklists.service': 'Service',
  'worklists.status': 'Status',
  'worklists.external': 'Status in the agency',
  'worklists.term': 'Time left',
  'worklists.planned': 'Due by',
  'worklists.executor': 'Assigned to',
  'worklists.free': 'unassigned',
  'worklists.branch': 'Branch',
  'worklists.begun': 'Begun',
  'worklists.created': 'Created',

  'worklists.filters': 'Filter the cases',
  'worklists.q': 'Number or last name',
  'worklists.anyStatus': 'Any status',
  'worklists.anyService': 'Any service',
  'worklists.anyExecutor': 'Anybody',
  'worklists.me': 'me',
  'worklists.overdue': 'overdue',
  'worklists.dueWithin': { one: 'due within {count} day', other: 'due within {count} days' },

  'worklists.nothing': 'Nothing fits the filter',
  'worklists.nothing.text': 'Remove some conditions or choose the list “All”.',
  'worklists.nothing.text.all':
    'Remove some of the conditions. Closed cases are found by number or surname.',
  'worklists.empty': 'The list is empty',
  'worklists.empty.drafts':
    'Applications you have begun and not yet registered come here. They are saved as you type.',
  'worklists.empty.mine': 'Cases you took or work on are here. Begin by taking an application.',
  'worklists.empty.rework':
    'Cases in which the processor found mistakes come back here, with the reason and the term.',
  'worklists.empty.processing':
    'Cases of your branch handed on for processing are here: yours and those nobody has taken. Check the set and send it to the agency.',
  'worklists.empty.sent': 'Cases that went to the agency and wait for a confirmation are here.',
  'worklists.empty.in_agency':
    'Cases the agency is considering are here. Statuses refresh by themselves.',
  'worklists.empty.awaiting_notice':
    'Cases with a result the applicant does not know about yet are here.',
  'worklists.empty.to_issue':
    'Cases with a result ready are here. Any branch may issue it; papers of an agency, the branch that took the case in.',
  'worklists.state.unknown': 'A number has the code of the branch, the year and the serial number.',
  'worklists.state.branch': 'Branch',
  'worklists.state.issuedBy': 'Issued in the branch',
  'worklists.state.service': 'Service',
  'worklists.state.planned': 'The result is promised by',
  'worklists.state.issue': 'Issue',
  'worklists.state.here': 'The result may be issued here',
  'worklists.state.notHere': 'There is nothing to issue now',
  'worklists.state.open': 'Open the case',
  'worklists.state.text':
    'Another branch works on the case. The applicant may be told its state; data and documents are seen by the branch that works on it.',
  'worklists.empty.issued':
    'Results that your branch has issued are here, of cases of other branches too.',
  'worklists.empty.all': 'No application has been taken yet.',
  'worklists.empty.archive': 'Closed cases are here: issued, withdrawn, unclaimed.',

  'worklists.selection': 'Selected cases',
  'worklists.selected': { one: '{count} case selected', other: '{count} cases selected' },
  'worklists.take': 'Take on',
  'worklists.unselect': 'Clear the selection',
  'worklists.give.label': 'Give to a colleague…',
  'worklists.give.title': 'Give the cases?',
  'worklists.give.text': {
    one: '{name} will get {count} case. The previous colleague will see it in the history.',
    other: '{name} will get {count} cases. The previous colleagues will see it in the history.',
  },
  'worklists.give.action': 'Give',
  'worklists.resend': 'Send again ({count})',
  'worklists.resend.title': 'Send again?',
  'worklists.resend.text': {
    one: 'The centre will sign and send to the agency {count} application that did not get through.',
    other:
      'The centre will sign and send to the agencies {count} applications that did not get through.',
  },
  'worklists.resend.action': 'Sign and send',
  'worklists.resent': {
    one: '{count} application is being sent',
    other: '{count} applications are being sent',
  },
  'worklists.running': 'Cases done',
  'worklists.progress': '{done} of {total}',
  'worklists.stop': 'Stop',
  'worklists.assigned': {
    one: 'Assigned: {count} case',
    other: 'Assigned: {count} cases',
  },
};

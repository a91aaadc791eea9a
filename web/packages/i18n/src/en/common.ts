// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { common as source } from '../ru/common.ts';

export const common: Translation<typeof source> = {
  'app.name': 'Okno',

  'action.cancel': 'Cancel',
  'action.close': 'Close',
  'action.save': 'Save',
  'action.retry': 'Try again',
  'action.open': 'Open',
  'action.download': 'Download',
  'action.preview': 'Preview',
  'action.undo': 'Undo',
  'action.reset': 'Reset',
  'action.clear': 'Clear',

  'field.empty': 'Fill in this field',

  'leave.title': 'Leave without saving?',
  leave: 'Leave',

  'state.loading': 'Loading…',

  'problem.code': 'Code for support: {code}',
  'problem.errorCode': 'Error code: {code}',
  'problem.network.title': 'The server does not answer',
  'problem.network.kept':
    'What you typed is still on the screen. Check the connection and try again; nothing will be done twice.',
  'problem.network.repeat': 'Check the network connection and try again.',
  'problem.signedOut': 'You have signed out, nothing was done',
  'problem.unforeseen.title': 'Something went wrong on this page',
  'problem.unforeseen.detail':
    'Reload the page. If it happens again, tell support what you did just before.',
  'problem.status': 'The server answered with error {status}',
  'problem.retryAfter': {
    one: 'Try again in {count} second.',
    other: 'Try again in {count} seconds.',
  },

  'term.left': { one: '{count} working day left', other: '{count} working days left' },
  'term.today': 'last day',
  'term.overdue': { one: '{count} working day overdue', other: '{count} working days overdue' },
  'term.dueOn.overdue': 'overdue',
  'term.dueOn.soon': 'due soon',

  'status.draft': 'Draft',
  'status.intake': 'Accepted',
  'status.processing': 'In processing',
  'status.rework': 'In rework',
  'status.delivery_queued': 'Waiting to be sent',
  'status.delivery_on_demand': 'Not delivered',
  'status.delivery_on_demand.hint':
    'Could not be delivered through SMEV: a processor finds out why and sends it again',
  'status.sent': 'Sent',
  'status.sent_by_courier': 'Sent by courier',
  'status.in_agency': 'In the agency',
  'status.awaiting_notice': 'Applicant to notify',
  'status.ready_to_issue': 'Ready to issue',
  'status.closed': 'Closed',
  'status.refused_intake': 'Intake refused',
  'status.withdrawn': 'Withdrawn',
  'status.unclaimed': 'Unclaimed',

  'role.operator': 'operator',
  'role.processor': 'processor',
  'role.auditor': 'auditor',
  'role.contact_agent': 'contact centre agent',
  'role.officer': 'agency officer',
  'role.agency_manager': 'agency manager',
  'role.administrator': 'administrator',

  'grid.columns': 'Columns to show',
  'grid.selection': 'Selection',
  'grid.select': 'Select the row',
  'grid.shown': { one: '{count} row', other: '{count} rows' },
  'grid.shownMore': {
    one: '{count} row shown, there is more below',
    other: '{count} rows shown, there is more below',
  },
  'grid.loadingMore': 'Loading more…',

  'hotkeys.toSearch': 'Go to the search in the list',
  'hotkeys.list': 'List',
  'hotkeys.openRow': 'Open',
  'hotkeys.moveRow': 'Move over the rows',
  'hotkeys.selectRow': 'Select the row',

  'history.title': 'History',
  'history.empty': 'Nothing has happened yet',

  'file.choose': 'Choose a file',
  'file.orDrop': 'or drop it here: PDF, JPEG, PNG',
  'file.limits': 'or drop it here: PDF, JPEG, PNG up to {limit}',
  'file.limits.scans': 'Scans: PDF, JPEG, PNG up to {limit} each',
  'file.progress': 'Sending the file {name}',
  'file.dismiss': 'Remove',
  'file.tooLarge': 'The file is larger than {limit}',
  'file.tooLarge.hint': 'Scan at a lower resolution or split the document into parts.',
  'file.wrongKind': 'Only {kinds} are taken here',
  'file.wrongKind.hint': 'Save the document as one of these and choose it again.',
  'file.attach': 'Attach a file',
  'file.remove': 'Remove the file {name}',
  'file.previewOf': 'Preview: {name}',
  'file.downloadOf': 'Download: {name}',
  'file.noPreview': 'The browser cannot show this kind of file. Download it.',
  'file.broken':
    'The file is damaged or of an unknown kind. Download it and open it with your own program.',
  'file.page': '{name}, page {page} of {pages}',
  'file.morePages': 'Show the next pages',

  'route.missing.title': 'There is nothing here',
  'route.missing.text':
    'There is no page at this address, or it is not open to you. Check the address or start from the home page.',
  'route.missing.home': 'Home page',

  'save.itself': 'What you type is saved by itself',
  'save.savedAt': 'Saved at {time}',
  'save.saving': 'Saving…',
  'save.offline':
    'No connection. What you typed is kept on this computer and will be saved by itself.',
  'save.changed':
    'While you were typing, this was changed in another window or on another computer',
  'save.changed.text':
    'Your text is still on the screen, but it is not saved. Choose which to keep.',
  'save.changedBy': 'While you were typing, somebody else changed this: {name}',
  'save.changedByMe': 'You changed this in another window',
  'save.changed.field': 'Field',
  'save.changed.here': 'On your screen',
  'save.changed.there': 'Saved already',
  'save.changed.empty': 'empty',
  'save.changed.mine.text':
    'Your text goes over what is saved only in the fields you have changed here. The others stay as they are saved.',
  'save.changed.first':
    'First choose above which text stays: the application was changed not only here.',
  'save.changed.theirs': 'Take what is saved, drop mine',
  'save.changed.mine': 'Save mine',
};

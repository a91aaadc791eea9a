// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { agency as source } from '../ru/agency.ts';

export const agency: Translation<typeof source> = {
  'agency.lists': 'Lists of received applications',
  'agency.list.new': 'New',
  'agency.list.in_work': 'In work',
  'agency.list.mine': 'Mine',
  'agency.list.decided': 'Decided',
  'agency.list.all': 'All',

  'agency.status': 'Status',
  'agency.status.registered': 'New',
  'agency.status.in_work': 'In work',
  'agency.status.decided': 'Decided',

  'agency.number': 'Number',
  'agency.applicant': 'Applicant',
  'agency.service': 'Service',
  'agency.term': 'Time left',
  'agency.planned': 'Due by',
  'agency.received': 'Received',
  'agency.executor': 'Assigned to',
  'agency.free': 'not assigned',
  'agency.unit': 'Unit',
  'agency.center': 'From',
  'agency.centerNumber': 'Number in the center',
  'agency.signature': 'Signature of the message',

  'agency.filters': 'Filter the applications',
  'agency.q': 'Number or last name',
  'agency.anyUnit': 'All units',
  'agency.overdue': 'overdue',
  'agency.nothing': 'Nothing fits the filter',
  'agency.nothing.text': 'Remove some conditions or choose the list “All”.',
  'agency.empty': 'The list is empty',
  'agency.empty.new':
    'Applications that centers send through SMEV come here. New ones appear by themselves, no need to reload.',
  'agency.empty.in_work': 'Applications taken into work and waiting for a decision are here.',
  'agency.empty.mine': 'Applications you took into work are here. Take one from the list “New”.',
  'agency.empty.decided':
    'Applications with a decision are here. The answers have gone to the center.',
  'agency.empty.all': 'No application has come from a center yet.',

  'agency.card': 'Card of the application',
  'agency.facts': 'Details',
  'agency.form': 'Application',
  'agency.documents': 'Documents presented',
  'agency.document': 'Document',
  'agency.documentForm': 'Form',
  'agency.answeredAboutOther': 'The answer is about somebody else: {name}',
  'agency.answered': 'Obtained by the centre, inquiry {number}: {agency}',
  'agency.answeredNothing': 'No such data, answer to inquiry {number} of the centre: {agency}',
  'agency.sheets': 'Sheets',
  'agency.files': 'Document images',
  'agency.noFiles': 'The center attached no files.',

  'agency.action.accept': 'Take into work',
  'agency.action.decide': 'Decide',
  'agency.action.route': 'Route to a unit',
  'agency.accepted': 'The application is taken into work, the center has been told',

  'agency.route.title': 'Route to another unit',
  'agency.route.unit': 'Unit',
  'agency.route.now': 'Now: {unit}',
  'agency.route.comment': 'Comment',
  'agency.route.comment.hint': 'Stays in the history, does not go to the center',
  'agency.route.action': 'Route',
  'agency.routed': 'The application has been routed: {unit}',

  'agency.decision': 'Decision',
  'agency.outcome': 'Decision',
  'agency.outcome.positive': 'Provide the service',
  'agency.outcome.negative': 'Refuse the service',
  'agency.decisionText': 'Text of the decision',
  'agency.text.positive':
    'What is decided, from which day and in what amount. The applicant will read this text.',
  'agency.text.negative':
    'The ground of the refusal with the legal provision, and what to do to apply again. The applicant will read this text.',
  'agency.answerFiles': 'Documents of the answer',
  'agency.answerFiles.hint':
    'Up to {most} files, each up to {size}: decision, notice, certificate. A file is checked at once.',
  'agency.answerFile.title': 'Name, number and date of the document — file {name}',
  'agency.answerFile.positive': 'Decision to provide the service No. {number} of {date}',
  'agency.answerFile.negative': 'Decision to refuse the service No. {number} of {date}',
  'agency.grounds': 'Grounds of refusal by the rules of the service',
  'agency.grounds.own': 'Another ground: told in the text',
  'agency.noDocument':
    'No document: the applicant will get only a receipt with the text of the decision',
  'agency.readAgain':
    'Another officer has changed the card. It has been read again: see what it says now.',
  'agency.missing.outcome': 'Choose the decision: grant or refuse.',
  'agency.missing.ground': 'Mark the ground of the refusal.',
  'agency.missing.text': 'Write the text of the decision.',
  'agency.missing.document':
    'Attach the document of the refusal: without it there is nothing to give to the applicant.',
  'agency.missing.title': 'Name every document.',
  'agency.noScan': 'no scan',
  'agency.scans': 'Scans',
  'agency.otherFiles': 'Other documents',
  'agency.sendingFiles': 'Sending the files',
  'agency.decidedBy': 'Decided by',
  'agency.decidedAt': 'Date',
  'agency.delivery': 'Answer to the center',
  'agency.delivery.queued': 'waits to be sent through SMEV',
  'agency.delivery.delivered': 'delivered',
  'agency.delivery.failed': 'not delivered, sending is being repeated',
  'agency.decide.title': 'Decision on the application',
  'agency.decide.hint':
    'The answer goes to the center through SMEV, signed by the agency. It cannot be taken back.',
  'agency.decide.action': 'Make the decision',
  'agency.decided': 'The decision is made, the answer is on its way to the center',
};

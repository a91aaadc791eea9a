// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { audit as source } from '../ru/audit.ts';

export const audit: Translation<typeof source> = {
  'audit.filters': 'Filter the entries',
  'audit.serial': 'No.',
  'audit.at': 'When',
  'audit.user': 'Who',
  'audit.anyUser': 'Anybody',
  'audit.event': 'Did what',
  'audit.anyEvent': 'Any action',
  'audit.object': 'With what',
  'audit.reason': 'Why',
  'audit.address': 'Address',
  'audit.kind': 'Kind of object',
  'audit.anyKind': 'Any object',
  'audit.kind.application': 'Case',
  'audit.kind.applicant': 'Applicant',
  'audit.kind.registration': 'Application in the agency',
  'audit.kind.applicants': 'Search for applicants',
  'audit.kind.call': 'Call',
  'audit.kind.calls': 'List of calls',
  'audit.kind.session': 'Sign-in',
  'audit.kind.user': 'Employee',
  'audit.kind.smev_message': 'SMEV message',
  'audit.kind.audit': 'Access log',
  'audit.reason.intake': 'intake',
  'audit.reason.search': 'search',
  'audit.reason.case': 'case',
  'audit.reason.call': 'call',
  'audit.verify': 'Check the integrity',
  'audit.intact': 'The log is intact',
  'audit.intact.text': {
    one: '{count} entry checked: none was changed or removed.',
    other: '{count} entries checked: none was changed or removed.',
  },
  'audit.broken': 'The log was changed from outside the system',
  'audit.broken.text':
    'The chain is broken from entry No. {serial} on. Tell the person responsible for information security and change nothing in the database.',
  'audit.nothing': 'Nothing fits the filter',
  'audit.nothing.text': 'Remove some conditions.',
  'audit.empty': 'There are no entries yet',
  'audit.empty.text':
    'Every access to personal data is recorded here: who, when, what was opened and why.',
};

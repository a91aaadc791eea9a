// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { contactCenter as source } from '../ru/contact-center.ts';

export const contactCenter: Translation<typeof source> = {
  'calls.list': 'Whom to call',
  'calls.total': { one: '{count} applicant to call', other: '{count} applicants to call' },
  'calls.filters': 'Filter the calls',
  'calls.q': 'Number, name or phone',
  'calls.reason': 'Reason',
  'calls.anyReason': 'Any reason',
  'calls.reason.result': 'The result is ready',
  'calls.reason.refused': 'Decision: refusal',
  'calls.reason.rework': 'Rework needed',
  'calls.attempts': { one: '{count} attempt', other: '{count} attempts' },
  'calls.more': 'Show more',
  'calls.nothing': 'Nobody fits the filter',
  'calls.nothing.text': 'Remove some conditions: the applicant may be in another list.',
  'calls.empty': 'Everybody has been called',
  'calls.empty.text':
    'Applicants whose cases have a result or need rework come here by themselves.',

  'calls.say': 'What to say',
  'calls.case': 'Case',
  'calls.service': 'Service',
  'calls.where': 'Branch of the case',
  'calls.branch': 'Branch',
  'calls.reworkUntil': 'Correct by',
  'calls.since': 'Waiting since',
  'calls.callBackAt': 'Asked to call back',
  'calls.noPhone': 'No phone given. The number may be in the applicant’s card or in the case.',
  'calls.history': 'Earlier attempts',

  'calls.outcome': 'Outcome of the call',
  'calls.outcome.reached': 'Reached',
  'calls.outcome.no_answer': 'No answer',
  'calls.outcome.busy': 'Busy',
  'calls.outcome.wrong_number': 'Wrong number',
  'calls.outcome.call_back': 'Call back',
  'calls.note': 'Note',
  'calls.note.hint': 'For example: the daughter will come with a power of attorney',
  'calls.reached.result': '“Reached” moves the case to “Ready to issue”.',
  'calls.reached.rework': '“Reached” notes that the applicant knows about the rework.',
  'calls.recorded': 'The call is recorded: {name}',

  'calls.when': 'When to call back',
  'calls.when.hour': 'In an hour, at {time}',
  'calls.when.evening': 'Today at {time}',
  'calls.when.tomorrow': 'Tomorrow at {time}',
  'calls.when.day': 'Call back: day',
  'calls.when.time': 'Call back: time',
  'calls.when.timeExample': '10:15',
  'calls.when.save': 'Set',
};

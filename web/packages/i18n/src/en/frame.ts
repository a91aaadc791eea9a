// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { frame as source } from '../ru/frame.ts';

export const frame: Translation<typeof source> = {
  'section.intake': 'Intake',
  'section.cases': 'Cases',
  'section.registrations': 'Received',
  'section.calls': 'Contact centre',
  'section.inquiries': 'Inquiries',
  'section.smev': 'SMEV',
  'section.messageTypes': 'Message types',
  'section.audit': 'Access log',
  'section.account': 'Account',

  'frame.skip': 'Skip to the content',
  'frame.sections': 'Sections',
  'frame.collapse': 'Collapse',
  'frame.expand': 'Expand',
  'frame.dark': 'Dark theme',
  'frame.light': 'Light theme',
  'frame.signOut': 'Sign out',

  'hotkeys.everywhere': 'Everywhere',
  'hotkeys.sections': 'Sections',
  'help.title': 'Hotkeys',

  'live.live': 'Connected',
  'live.live.hint': 'New things appear by themselves',
  'live.connecting': 'Connecting',
  'live.connecting.hint': 'Connecting to the server',
  'live.lost': 'No connection',
  'live.lost.hint':
    'Changes do not arrive. The connection will come back by itself and lists will refresh; you can go on working.',

  'vision.title': 'High-visibility version',
  'vision.size': 'Text size',
  'vision.size.normal': 'usual',
  'vision.size.large': 'large',
  'vision.size.huge': 'very large',
  'vision.contrast': 'Colours',
  'vision.contrast.normal': 'usual',
  'vision.contrast.blackOnWhite': 'black on white',
  'vision.contrast.whiteOnBlack': 'white on black',
  'vision.contrast.blue': 'dark blue on light blue',
  'vision.spacing': 'Letter spacing',
  'vision.spacing.normal': 'usual',
  'vision.spacing.wide': 'wide',
  'vision.reset': 'Usual version',

  'search.open': 'Find a person, case or service',
  'search.title': 'Search everything',
  'search.placeholder': 'Name, case number, document, phone, service',
  'search.hint': 'Type at least two characters',
  'search.nothing': 'Nothing found. Check the number or type part of the name.',
  'search.applications': 'Cases',
  'search.elsewhere': 'Cases of other branches',
  'search.issuedHere': 'the result may be handed out here',
  'search.registrations': 'Received applications',
  'search.applicants': 'Applicants',
  'search.services': 'Services',

  'session.expired.title': 'The session has ended',
  'session.expired.text':
    'Everything you typed is still on the page. Sign in again and go on from the same place.',
  'session.expired.leave': 'Sign in as somebody else',
};

// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { frame as source } from '../ru/frame.ts';

export const frame: Translation<typeof source> = {
  'section.intake': 'Intake',
  'section.cases': 'Cases',
  'section.packages': 'Packages',
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
  'frame.language': 'Language',
  'frame.signOut': 'Sign out',

  'hotkeys.everywhere': 'Everywhere',
  'hotkeys.sections': 'Sections',
  'help.title': 'Hotkeys',
  'help.guide': 'Help',
  'help.keys': 'Hotkeys of this screen',
  'help.contents': 'Contents of the help',
  'help.search': 'Find in the help',
  'help.found': { one: 'Found in {count} section', other: 'Found in {count} sections' },
  'help.russianOnly': 'The guide is in Russian only.',

  'live.live': 'Connected',
  'live.live.hint': 'New things appear by themselves',
  'live.connecting': 'Connecting',
  'live.connecting.hint': 'Connecting to the server',
  'live.refused': 'Not updated',
  'live.refused.hint':
    'New things do not appear by themselves: the server is busy or too many pages are open. We keep trying; close the tabs you do not need. Reload the page to see what is new now.',
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
  'search.inquiries': 'Inquiries',
  'search.registrations': 'Received applications',
  'search.applicants': 'Applicants',
  'search.services': 'Services',

  'session.expired.title': 'The session has ended',
  'session.expired.text':
    'Everything you typed is still on the page. Sign in again and go on from the same place.',
  'session.leave': 'Sign in as somebody else',
  'session.left.title': 'You signed out in another tab',
  'session.left.text':
    'What is on this page is hidden, nothing you typed is lost. Sign in again and go on from the same place.',
  'session.other.title': 'Somebody else has signed in, in another tab',
  'session.other.text':
    '{other} works in this browser now, this page belongs to {own} and is hidden. Nothing typed here is lost or goes out under another name. If you sign in here again, the other tabs stop.',
  'session.other.go': 'Work as {other}',
};

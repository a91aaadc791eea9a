// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { frame as source } from '../ru/frame.ts';

export const frame: Translation<typeof source> = {
  'section.intake': 'Intake',
  'section.cases': 'Cases',
  'section.registrations': 'Received',
  'section.calls': 'Contact centre',
  'section.smev': 'SMEV',
  'section.audit': 'Access log',
  'section.account': 'Settings',
};

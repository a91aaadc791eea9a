// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { registrationColumns } from '@/features/agency/registration-columns.tsx';
import { auditColumns } from '@/features/audit/audit-columns.tsx';
import { inquiryColumns } from '@/features/inquiries/inquiry-columns.tsx';
import {
  fromAgencyColumns,
  runColumns,
  toAgencyColumns,
} from '@/features/packages/package-columns.tsx';
import { messageColumns } from '@/features/smev/message-columns.tsx';
import { inRussian } from '@/lib/language.tsx';
import type { GridColumn } from '@/ui/data-grid/columns.ts';

// What a screen of 1280 leaves for a list beside the sections and a scroll bar.
const roomPx = 1013;
// Measured in Golos Text with the space at both sides: «26.11.2026, 22:44», with seconds, «0101-26-000017», seven digits.
const momentPx = 142;
const exactPx = 163;
const casePx = 135;
const serialPx = 76;

type Columns = Pick<GridColumn<never>, 'id' | 'width' | 'hidden'>[];
const of = (columns: (t: typeof inRussian, language: 'ru') => Columns) => columns(inRussian, 'ru');

it.each<[string, Columns, Record<string, number>]>([
  ['access journal', of(auditColumns), { at: exactPx, serial: serialPx }],
  ['СМЭВ', of(messageColumns), { created: momentPx, subject: casePx }],
  ['inquiries', of(inquiryColumns), { created: momentPx, updated: momentPx, sent: momentPx }],
  ['registrations', of(registrationColumns), {}],
  ['packages', of(toAgencyColumns), { created: momentPx }],
  ['packages from agencies', of(fromAgencyColumns), { created: momentPx }],
  ['courier runs', of(runColumns), {}],
])('on a screen of 1280 no moment and no number is cut in: %s', (_, columns, least) => {
  const width = (id: string) => columns.find((column) => column.id === id)?.width ?? 0;
  const narrow = Object.entries(least).filter(([id, px]) => width(id) < px);
  expect(narrow).toEqual([]);
  const shown = columns.filter(({ hidden }) => !hidden);
  expect(shown.reduce((sum, column) => sum + column.width, 0)).toBeLessThanOrEqual(roomPx);
});

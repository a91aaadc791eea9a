// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { dayAt, momentAt, setZone } from './zone.ts';

it.each([
  ['Europe/Moscow', '2026-03-31', '10:15', '2026-03-31T07:15:00.000Z'],
  ['Asia/Kamchatka', '2026-03-31', '10:15', '2026-03-30T22:15:00.000Z'],
  ['Europe/Kaliningrad', '2026-01-01', '00:00', '2025-12-31T22:00:00.000Z'],
  // Clocks go forward in Berlin at 01:00 UTC of that day.
  ['Europe/Berlin', '2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
])('finds the moment the clock of %s shows on %s at %s', (zone, day, time, moment) => {
  setZone(zone);
  expect(momentAt(day, time).toISOString()).toBe(moment);
  expect(dayAt(momentAt(day, time))).toBe(day);
});

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { ageAt, longDate, recently, shortDate, shortDateTime } from './dates.ts';
import { rememberSession } from './session.ts';
import { dayAt, setZone } from './zone.ts';

describe('dates', () => {
  it('shows a day without moving it between zones', () => {
    expect(shortDate('2026-03-12', 'ru')).toBe('12.03.2026');
    expect(shortDate('2026-03-12', 'en')).toBe('12.03.2026');
    // Nothing of a date goes to the next line alone.
    expect(longDate('2026-03-12', 'ru')).toBe('12\u00a0марта\u00a02026\u00a0г.');
    expect(longDate('2026-03-12', 'en')).toBe('12\u00a0March\u00a02026');
  });

  // The computer's own clock is of Moscow (vitest.config.ts).
  it.each([
    ['Europe/Moscow', '13.03.2026, 00:30', '00:30', '2026-03-13'],
    ['Europe/Kaliningrad', '12.03.2026, 23:30', '12.03.2026, 23:30', '2026-03-13'],
    ['Asia/Vladivostok', '13.03.2026, 07:30', '07:30', '2026-03-13'],
    ['America/New_York', '12.03.2026, 17:30', '17:30', '2026-03-12'],
  ])('shows a moment near midnight by the clock of the workplace, %s', (zone, at, lately, day) => {
    rememberSession(sessionWith([], { time_zone: zone }));
    const now = new Date('2026-03-12T22:30:00Z');
    expect(shortDateTime('2026-03-12T21:30:00Z', 'ru')).toBe(at);
    expect(recently('2026-03-12T21:30:00Z', 'ru', now)).toBe(lately);
    expect(dayAt(now)).toBe(day);
    // Days belong to no zone.
    expect(shortDate('2026-03-12', 'ru')).toBe('12.03.2026');
  });

  it('goes by the computer when it has never heard of the zone', () => {
    rememberSession(sessionWith([], { time_zone: 'Europe/Приреченск' }));
    expect(shortDateTime('2026-03-12T21:30:00Z', 'ru')).toBe('13.03.2026, 00:30');
  });

  it('shows only the time of a moment of today', () => {
    const now = new Date('2026-03-12T12:00:00Z');
    expect(recently('2026-03-12T08:05:00Z', 'ru', now)).toBe('11:05');
    expect(recently('2026-03-11T08:05:00Z', 'ru', now)).toBe('11.03.2026, 11:05');
  });

  it('leaves what is no date as it is', () => {
    expect(shortDate('бессрочно', 'ru')).toBe('бессрочно');
  });

  it.each([
    ['2006-03-12', 20],
    ['2006-03-13', 19],
    ['2006-04-01', 19],
    ['2006-02-28', 20],
  ])('counts full years of one born on %s', (birth, age) => {
    expect(ageAt(birth, new Date('2026-03-12T12:00:00Z'))).toBe(age);
    setZone('Asia/Vladivostok');
    expect(ageAt(birth, new Date('2026-03-11T14:30:00Z'))).toBe(age);
  });
});

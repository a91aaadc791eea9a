// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { setZone } from '@/lib/zone.ts';
import { inOneHour, momentOf, thisEvening, tomorrowMorning } from './call-back-moments.ts';

describe('times to call back', () => {
  const noon = new Date(2026, 2, 31, 12, 20);

  it('are in an hour, this evening and tomorrow morning, over the end of a month too', () => {
    expect(inOneHour(noon)).toEqual(new Date(2026, 2, 31, 13, 20));
    expect(thisEvening(noon)).toEqual(new Date(2026, 2, 31, 18));
    expect(tomorrowMorning(noon)).toEqual(new Date(2026, 3, 1, 10));
  });

  it('are of the clock of the workplace', () => {
    setZone('Asia/Vladivostok');
    const tenAtNight = new Date('2026-03-31T12:00:00Z');
    expect(thisEvening(tenAtNight)).toBeUndefined();
    expect(tomorrowMorning(tenAtNight)).toEqual(new Date('2026-04-01T00:00:00Z'));
    expect(momentOf('2026-04-01', '10:15')).toEqual(new Date('2026-04-01T00:15:00Z'));
  });

  it('do not offer an evening that is already there', () => {
    expect(thisEvening(new Date(2026, 2, 31, 17, 10))).toBeUndefined();
  });
});

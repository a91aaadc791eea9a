// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { inOneHour, thisEvening, tomorrowMorning } from './call-back-moments.ts';

describe('times to call back', () => {
  const noon = new Date(2026, 2, 31, 12, 20);

  it('are in an hour, this evening and tomorrow morning, over the end of a month too', () => {
    expect(inOneHour(noon)).toEqual(new Date(2026, 2, 31, 13, 20));
    expect(thisEvening(noon)).toEqual(new Date(2026, 2, 31, 18));
    expect(tomorrowMorning(noon)).toEqual(new Date(2026, 3, 1, 10));
  });

  it('do not offer an evening that is already there', () => {
    expect(thisEvening(new Date(2026, 2, 31, 17, 10))).toBeUndefined();
  });
});

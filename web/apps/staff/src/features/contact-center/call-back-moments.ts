// SPDX-License-Identifier: Apache-2.0
// The usual times to call again, by the clock of the workplace.
import { limitDay } from '@okno/forms-core/dates';
import { dayAt, momentAt } from '@/lib/zone.ts';

export function inOneHour(now: Date) {
  return new Date(now.getTime() + 60 * 60 * 1000);
}

// When people are home from work; none when it is too late for that.
export function thisEvening(now: Date): Date | undefined {
  const evening = momentAt(dayAt(now), '18:00');
  return evening.getTime() > inOneHour(now).getTime() ? evening : undefined;
}

export function tomorrowMorning(now: Date) {
  return momentAt(limitDay('today+1d', dayAt(now)), '10:00');
}

// A day and "10:15" as they are typed; none when there is no such time.
export function momentOf(day: string, time: string): Date | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? momentAt(day, time) : undefined;
}

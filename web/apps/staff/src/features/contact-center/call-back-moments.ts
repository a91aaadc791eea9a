// SPDX-License-Identifier: Apache-2.0
// The usual times to call again, by the clock of the workplace.

function at(day: Date, hours: number) {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours);
}

export function inOneHour(now: Date) {
  return new Date(now.getTime() + 60 * 60 * 1000);
}

// When people are home from work; none when it is too late for that.
export function thisEvening(now: Date): Date | undefined {
  const evening = at(now, 18);
  return evening.getTime() > inOneHour(now).getTime() ? evening : undefined;
}

export function tomorrowMorning(now: Date) {
  return at(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1), 10);
}

// A day and "10:15" as they are typed; none when there is no such time.
export function momentOf(day: string, time: string): Date | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  return new Date(`${day}T${time}:00`);
}

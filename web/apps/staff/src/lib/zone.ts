// SPDX-License-Identifier: Apache-2.0
// The clock of the workplace, which the papers and the texts of the server go by: of the branch or organization of who has
// signed in. The clock of the computer may be of another zone; it counts only as long as nobody has signed in.
let zone: string | undefined;

// A zone the browser has never heard of is none.
export function setZone(name: string | undefined) {
  try {
    zone = name && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    zone = undefined;
  }
}

export function zoneOfWorkplace() {
  return zone;
}

// "2026-03-12T00:30:00": what the clock shows at that moment.
function clockAt(moment: Date): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: zone,
  }).format(moment);
  return shown.replace(' ', 'T');
}

// The day it is then, as it is kept: "2026-03-12".
export function dayAt(moment: Date): string {
  return clockAt(moment).slice(0, 10);
}

// When the clock shows "10:15" on that day.
export function momentAt(day: string, time: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const ahead = (moment: number) => Date.parse(`${clockAt(new Date(moment))}Z`) - moment;
  // The second look is for the night on which clocks are changed.
  const near = shown - ahead(shown);
  return new Date(shown - ahead(near));
}

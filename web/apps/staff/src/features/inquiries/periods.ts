// SPDX-License-Identifier: Apache-2.0

export type Period = { from?: string; to?: string };

// The day of the calendar in the browser's zone, `back` days ago.
export function dayBefore(now: Date, back: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export const shortcuts = { today: 0, yesterday: 1 } as const;
export type Shortcut = keyof typeof shortcuts;

export function periodOf(shortcut: Shortcut, now: Date): Required<Period> {
  const day = dayBefore(now, shortcuts[shortcut]);
  return { from: day, to: day };
}

export function isPeriod({ from, to }: Period, shortcut: Shortcut, now: Date): boolean {
  const day = dayBefore(now, shortcuts[shortcut]);
  return from === day && to === day;
}

// SPDX-License-Identifier: Apache-2.0
import { limitDay } from '@okno/forms-core/dates';
import { dayAt } from '@/lib/zone.ts';

export type Period = { from?: string; to?: string };

// The day of the calendar, `back` days ago.
export function dayBefore(now: Date, back: number): string {
  return limitDay(`today-${back}d`, dayAt(now));
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

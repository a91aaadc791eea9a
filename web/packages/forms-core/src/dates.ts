// SPDX-License-Identifier: Apache-2.0
// Days as they are kept: "2026-11-23".

export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= 1800 &&
    year <= 2199 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month)
  );
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A limit such as "today-14y": the day it means; a day that does not exist becomes the last of its month. */
export function limitDay(limit: string, today: string): string {
  const match = /^today(?:([+-])(\d+)([ymd]))?$/.exec(limit);
  if (!match) return limit;
  if (!match[1]) return today;
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const amount = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  if (match[3] === 'd') {
    const moved = new Date(Date.UTC(year, month - 1, day + amount));
    return format(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  }
  const months = year * 12 + (month - 1) + amount * (match[3] === 'y' ? 12 : 1);
  const newYear = Math.floor(months / 12);
  const newMonth = (months % 12) + 1;
  return format(newYear, newMonth, Math.min(day, daysIn(newYear, newMonth)));
}

export function showDay(day: string): string {
  return day.split('-').reverse().join('.');
}

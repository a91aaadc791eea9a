// SPDX-License-Identifier: Apache-2.0
// Days come as YYYY-MM-DD and belong to no zone; moments come in UTC and are shown by the clock of the workplace.
import type { Language } from './language.tsx';
import { dayAt, zoneOfWorkplace } from './zone.ts';

const locales: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

function format(value: string, language: Language, options: Intl.DateTimeFormatOptions) {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  // A day alone is read as midnight in UTC.
  const timeZone = dayOnly.test(value) ? 'UTC' : zoneOfWorkplace();
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(date);
}

// A date does not break over lines: «2036» and «г.» stay together.
function unbroken(text: string) {
  return text.replaceAll(' ', '\u00a0');
}

// 12.03.2026, for tables; written so in English too, as it is typed.
export function shortDate(value: string, _language: Language) {
  return format(value, 'ru', { day: '2-digit', month: '2-digit', year: 'numeric' });
}

// 12 марта 2026 г., for texts.
export function longDate(value: string, language: Language) {
  return unbroken(format(value, language, { day: 'numeric', month: 'long', year: 'numeric' }));
}

// 12.03.2026, 14:05
export function shortDateTime(value: string, _language: Language) {
  return format(value, 'ru', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

// 12.03.2026, 14:05:31, for what happens many times a minute.
export function exactDateTime(value: string, language: Language) {
  const seconds = format(value, language, { second: '2-digit' }).padStart(2, '0');
  return `${shortDateTime(value, language)}:${seconds}`;
}

export function timeOfDay(value: string, language: Language) {
  return format(value, language, { hour: '2-digit', minute: '2-digit' });
}

// Today only the time, otherwise the day and the time.
export function recently(value: string, language: Language, now: Date) {
  const isToday = dayAt(new Date(value)) === dayAt(now);
  return isToday ? timeOfDay(value, language) : shortDateTime(value, language);
}

// The day it is here, as it is kept.
export function today(): string {
  return dayAt(new Date());
}

// Full years on the day given.
export function ageAt(birthDate: string, now: Date) {
  const day = dayAt(now);
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

// SPDX-License-Identifier: Apache-2.0
import type { Language } from './language.tsx';

const locales: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

// 1 500,00 ₽
export function money(kopecks: number, language: Language) {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'RUB' }).format(
    kopecks / 100,
  );
}

export function count(value: number, language: Language) {
  return new Intl.NumberFormat(locales[language]).format(value);
}

const units = {
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  en: ['B', 'KB', 'MB', 'GB'],
} as const;

// 1,4 МБ
export function fileSize(bytes: number, language: Language) {
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  const value = bytes / 1024 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits });
  return `${number.format(value)} ${units[language][power]}`;
}

// Иванова А. П.
// An entrepreneur stays one, «ИП Громов О. Г.»; the name of an organization stays whole.
export function shortName(fullName: string): string {
  const name = fullName.trim();
  if (/[«"„]/.test(name)) return name;
  if (name.startsWith('ИП ')) return `ИП ${shortName(name.slice(3))}`;
  const [last, ...rest] = name.split(/\s+/);
  return [last, ...rest.map((name) => `${name.charAt(0)}.`)].join(' ');
}

// +7 912 345-67-89
export function phone(value: string) {
  const digits = value.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7');
  const parts = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits);
  return parts ? `+7 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}` : value;
}

// «иванова» and «ИВАНОВА» are both Иванова; what has letters of both kinds is as somebody wanted it.
export function capitalized(word: string): string {
  const same = word === word.toLowerCase() || word === word.toUpperCase();
  if (!same || word.length < 2) return word;
  return word.toLowerCase().replace(/(^|-)(\p{L})/gu, (part) => part.toUpperCase());
}

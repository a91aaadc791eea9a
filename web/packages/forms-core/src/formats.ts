// SPDX-License-Identifier: Apache-2.0
// Formats of docs/forms.md: how what is typed becomes what is kept, and what is wrong with it.
import { innFits, ogrnFits, snilsFits } from './check-digits.ts';
import { isDay } from './dates.ts';

interface Format {
  /** The stored form when the text can be read; else undefined, and the text stays as it is. */
  read: (typed: string) => string | undefined;
  /** The code of what is wrong with a text that could not be read. */
  code: string | ((typed: string) => string);
  /** A further check of the stored form. */
  check?: (stored: string) => string | undefined;
  mask?: string;
}

const PASSED_OVER = /[\s\-\u2010-\u2015\u2212№]/gu;
const bare = (typed: string) => typed.replace(PASSED_OVER, '');
const notZeros = (digits: string) => !/^0+$/.test(digits);

function matching(
  pattern: RegExp,
  code: string,
  options: { mask?: string; zeros?: boolean; clean?: (typed: string) => string } = {},
): Format {
  const clean = options.clean ?? bare;
  return {
    read: (typed) => {
      const text = clean(typed);
      return pattern.test(text) && (options.zeros || notZeros(text)) ? text : undefined;
    },
    code,
    ...(options.mask ? { mask: options.mask } : {}),
  };
}

const CYRILLIC_OF: { [latin: string]: string } = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};
const LATIN_OF = Object.fromEntries(
  Object.entries(CYRILLIC_OF).map(([latin, cyrillic]) => [cyrillic, latin]),
);
LATIN_OF.І = 'I';
const toCyrillic = (text: string) =>
  [...text].map((letter) => CYRILLIC_OF[letter] ?? letter).join('');
const toLatin = (text: string) => [...text].map((letter) => LATIN_OF[letter] ?? letter).join('');

function readBirthCertificateSeries(typed: string): string | undefined {
  const letters = [...typed.replace(/[\s№]/gu, '').toUpperCase()];
  const pair = toCyrillic(letters.slice(-2).join(''));
  const numeral = toLatin(letters.slice(0, -2).join('').replace(PASSED_OVER, ''));
  if (
    !/^[А-Я]{2}$/.test(pair) ||
    numeral === '' ||
    !/^(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(numeral)
  )
    return undefined;
  return `${numeral}-${pair}`;
}

function readPhone(typed: string): string | undefined {
  let text = typed.replace(/[\s\-\u2010-\u2015\u2212().]/gu, '');
  if (!text.startsWith('+')) {
    if (/^[78]\d{10}$/.test(text)) text = text.slice(1);
    text = `+7${text}`;
  }
  return /^\+7[3-9]\d{9}$/.test(text) || /^\+[1-68-9]\d{7,14}$/.test(text) ? text : undefined;
}

const EMAIL_LOCAL = /^[^\s"(),:;<>@[\\\]]+$/u;
const EMAIL_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

function readEmail(typed: string): string | undefined {
  const parts = typed.split('@');
  if (parts.length !== 2) return undefined;
  const [local, domain] = [parts[0] ?? '', (parts[1] ?? '').toLowerCase()];
  const stored = `${local}@${domain}`;
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  if (
    !EMAIL_LOCAL.test(local) ||
    bytes(local) > 64 ||
    /^\.|\.$|\.\./.test(local) ||
    bytes(stored) > 254
  )
    return undefined;
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || labels.some((label) => !EMAIL_LABEL.test(label) || bytes(label) > 63))
    return undefined;
  return [...last].length >= 2 && !/^\d+$/.test(last) ? stored : undefined;
}

const withCheck = (format: Format, code: string, fits: (stored: string) => boolean): Format => ({
  ...format,
  check: (stored) => (fits(stored) ? undefined : code),
});
const inn = (pattern: RegExp, other?: { pattern: RegExp; code: string }): Format => ({
  ...withCheck(matching(pattern, 'inn.format'), 'inn.check_digits', innFits),
  code: (typed) => (other?.pattern.test(bare(typed)) ? other.code : 'inn.format'),
});

const upperBare = (typed: string) => bare(typed).toUpperCase();

const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/;

function readTime(typed: string): string | undefined {
  const hours = typed.replace(/^(\d):/, '0$1:');
  const time = /^\d{2}:\d{2}$/.test(hours) ? `${hours}:00` : hours;
  return TIME.test(time) ? time : undefined;
}

function readDateTime(typed: string): string | undefined {
  const text = typed.replace(/^(\d{2})\.(\d{2})\.(\d{4}) /, '$3-$2-$1T');
  const day = text.slice(0, 10);
  const time = readTime(text.slice(11));
  return isDay(day) && (text[10] === 'T' || text[10] === ' ') && time
    ? `${day}T${time}`
    : undefined;
}

export const FORMATS: { [name: string]: Format } = {
  date: { read: (typed) => (isDay(typed) ? typed : undefined), code: 'field.date' },
  snils: withCheck(
    matching(/^\d{11}$/, 'snils.format', { mask: '###-###-### ##' }),
    'snils.check_digits',
    snilsFits,
  ),
  inn: inn(/^(\d{10}|\d{12})$/),
  inn_person: inn(/^\d{12}$/, { pattern: /^\d{10}$/, code: 'inn.person' }),
  inn_entity: inn(/^\d{10}$/, { pattern: /^\d{12}$/, code: 'inn.entity' }),
  ogrn: withCheck(matching(/^[15]\d{12}$/, 'ogrn.format'), 'ogrn.check_digits', ogrnFits),
  ogrnip: withCheck(matching(/^3\d{14}$/, 'ogrnip.format'), 'ogrnip.check_digits', ogrnFits),
  kpp: matching(/^\d{4}[0-9A-Z]{2}\d{3}$/, 'kpp.format', { zeros: true, clean: upperBare }),
  passport_rf_series: matching(/^\d{4}$/, 'passport_series.format', { mask: '## ##', zeros: true }),
  passport_rf_number: matching(/^\d{6}$/, 'passport_number.format', { mask: '######' }),
  foreign_passport_rf: matching(/^\d{9}$/, 'foreign_passport.format', { mask: '## #######' }),
  issuer_code: matching(/^\d{6}$/, 'issuer_code.format', { mask: '###-###', zeros: true }),
  birth_certificate_series: {
    read: readBirthCertificateSeries,
    code: 'birth_certificate_series.format',
  },
  birth_certificate_number: matching(/^\d{6}$/, 'birth_certificate_number.format', {
    mask: '######',
    zeros: true,
  }),
  phone: { read: readPhone, code: 'phone.format', mask: '+7 ### ###-##-##' },
  email: { read: readEmail, code: 'email.format' },
  postal_code: matching(/^\d{6}$/, 'postal_code.format', { mask: '######' }),
  oktmo: matching(/^(\d{8}|\d{11})$/, 'oktmo.format'),
  bik: matching(/^0\d{8}$/, 'bik.format', { mask: '#########', zeros: true }),
  bank_account: matching(/^\d{20}$/, 'bank_account.format', { zeros: true }),
  cadastral_number: matching(/^\d{2}:\d{2}:\d{6,7}:\d{1,10}$/, 'cadastral_number.format', {
    clean: (typed) => typed.replace(/\s/gu, ''),
  }),
  vehicle_number: matching(
    /^[АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2}\d{2,3}$/,
    'vehicle_number.format',
    {
      clean: (typed) => toCyrillic(typed.replace(/\s/gu, '').toUpperCase()),
    },
  ),
  person_name: matching(/^[A-Za-zА-ЯЁа-яё][A-Za-zА-ЯЁа-яё \-'’.]*$/, 'person_name.format', {
    clean: (typed) => typed.replace(/\s+/gu, ' '),
  }),
  decimal: matching(/^-?\d{1,100}(\.\d{1,100})?$/, 'decimal.format', {
    zeros: true,
    clean: (typed) => typed.replace(/\s/gu, '').replaceAll(',', '.'),
  }),
  time: { read: readTime, code: 'time.format' },
  date_time: { read: readDateTime, code: 'date_time.format' },
  country: matching(/^[A-Z]{3}$/, 'country.format', { clean: (typed) => typed.toUpperCase() }),
};

/** What is typed in its stored form, or unchanged when it can not be read. */
export function toStored(format: string | undefined, typed: string): string {
  return (format ? FORMATS[format]?.read(typed) : undefined) ?? typed;
}

/** The code of what is wrong with a text in this format, or undefined. */
export function formatError(name: string, text: string): string | undefined {
  const format = FORMATS[name];
  if (!format) return undefined;
  const stored = format.read(text);
  if (stored === undefined)
    return typeof format.code === 'string' ? format.code : format.code(text);
  return format.check?.(stored);
}

const MASKED = /#/g;
/** The stored form as people read it: digits laid into the mask. Texts that do not fill it stay as they are. */
export function showInMask(mask: string | undefined, stored: string): string {
  if (!mask) return stored;
  const digits = stored.replace(/^\+7/, '').replace(/\D/g, '');
  if (digits.length !== (mask.match(MASKED) ?? []).length) return stored;
  let at = 0;
  return mask.replace(MASKED, () => digits[at++] ?? '');
}

// SPDX-License-Identifier: Apache-2.0
import { shortName } from '@/lib/format.ts';
import type { PlainKey, T } from '@/lib/language.tsx';
import type { AuditEntry, AuditFilters } from './audit-entries.ts';

const reasons: Record<string, PlainKey> = {
  intake: 'audit.reason.intake',
  search: 'audit.reason.search',
  case: 'audit.reason.case',
  call: 'audit.reason.call',
  refresh: 'audit.reason.refresh',
  repeat: 'audit.reason.repeat',
  password: 'audit.reason.password',
  second_factor: 'audit.reason.second_factor',
  locked: 'audit.reason.locked',
  unknown_login: 'audit.reason.unknown_login',
  login: 'audit.reason.login',
  device: 'audit.reason.device',
  password_change: 'audit.reason.password_change',
  second_factor_change: 'audit.reason.second_factor_change',
  signing_key_change: 'audit.reason.signing_key_change',
  signing_key: 'audit.reason.signing_key',
  address: 'audit.reason.address',
  to: 'audit.reason.to',
};

// What was typed into a search, by kind, and to whom a result was given: "search:name,number", "to:representative".
const terms: Record<string, PlainKey> = {
  name: 'audit.term.name',
  number: 'audit.term.number',
  date: 'audit.term.date',
  applicant: 'audit.term.applicant',
  representative: 'audit.term.representative',
};

// A reason that this page does not know yet is shown by its code.
export function reasonName(reason: string, t: T) {
  const [word = '', kinds] = reason.split(':');
  const key = reasons[word];
  if (!key) return reason;
  if (!kinds) return t(key);
  const names = kinds.split(',').map((kind) => (terms[kind] ? t(terms[kind]) : kind));
  return `${t(key)}: ${names.join(', ')}`;
}

// Of a sign-in under a login that is nobody's the server keeps no name.
// Who has no account has no surname to shorten: «командная строка: root».
export function userName({ user_name, user_id }: Pick<AuditEntry, 'user_name' | 'user_id'>, t: T) {
  if (!user_name) return t('audit.unknownName');
  return user_id ? shortName(user_name) : user_name;
}

const numbered = ['application', 'registration', 'inquiry'];

// «Дело 0101-26-000034 · Журавлёва К. И.»; a case without a number is a draft.
export function objectName(entry: AuditEntry, t: T) {
  const { object_kind, object_kind_title, object_number, object_person, object_id } = entry;
  const isDraft = !object_number && object_person && numbered.includes(object_kind);
  const number = isDraft ? t('audit.draft') : object_number;
  const what = [object_kind_title, number].filter(Boolean).join(' ');
  return object_id && object_person ? `${what} · ${personName(entry)}` : what;
}

// A center keeps names as they are to be shown, people's and organizations'; an agency keeps them whole.
function personName({ object_kind, object_person = '' }: AuditEntry) {
  return object_kind === 'registration' ? shortName(object_person) : object_person;
}

// The one object that the address narrows to, as far as the rows know its name: those of a person's case name the
// person too.
export function onlyName(rows: AuditEntry[], { object_kind, object_id }: AuditFilters, t: T) {
  const own = rows.find((row) => row.object_id === object_id);
  if (own) return objectName(own, t);
  const about = rows.find(({ object_person }) => object_person);
  return object_kind === 'applicant' && about ? personName(about) : object_id;
}

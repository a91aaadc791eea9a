// SPDX-License-Identifier: Apache-2.0
import type { PlainKey } from '@/lib/language.tsx';

// docs/message-types.md: what a request may be filled from, and what of the card an answer may change.
const card: Record<string, PlainKey> = {
  last_name: 'card.lastName',
  first_name: 'card.firstName',
  middle_name: 'card.middleName',
  birth_date: 'card.birthDate',
  birth_place: 'card.birthPlace',
  sex: 'card.sex',
  citizenship: 'card.citizenship',
  snils: 'card.snils',
  inn: 'card.inn',
  ogrn: 'card.ogrn',
  kpp: 'card.kpp',
  full_name: 'card.fullName',
  short_name: 'card.shortName',
  head_name: 'card.headName',
  head_position: 'card.headPosition',
  registration_address: 'card.registration',
  residence_address: 'card.residence',
  phone: 'card.phone',
  email: 'card.email',
  'identity_document.kind': 'types.path.documentKind',
  'identity_document.series': 'types.path.documentSeries',
  'identity_document.number': 'types.path.documentNumber',
  'identity_document.issued_by': 'types.path.documentIssuedBy',
  'identity_document.issuer_code': 'types.path.documentIssuerCode',
  'identity_document.issue_date': 'types.path.documentIssueDate',
  'identity_document.valid_until': 'types.path.documentValidUntil',
  'identity_document.country': 'types.path.documentCountry',
};

export const cardPaths: Record<string, PlainKey> = Object.fromEntries(
  Object.entries(card).map(([path, title]) => [`applicant.${path}`, title]),
);

export const applicationPaths: Record<string, PlainKey> = {
  'application.number': 'types.path.number',
  'application.service_code': 'types.path.serviceCode',
  'application.service_name': 'types.path.serviceName',
};

export const centerPaths: Record<string, PlainKey> = {
  'center.name': 'types.path.centerName',
  'center.ogrn': 'types.path.centerOgrn',
  'center.inn': 'types.path.centerInn',
  'center.kpp': 'types.path.centerKpp',
  'center.address': 'types.path.centerAddress',
  'operator.name': 'types.path.operatorName',
};

// Answers of the application's form: which ones there are depends on the service.
export const formPath = 'application.form.';

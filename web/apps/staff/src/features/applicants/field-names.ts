// SPDX-License-Identifier: Apache-2.0
import type { PlainKey } from '@/lib/language.tsx';

// The words of the card's fields as the history of changes names them.
export const fieldNames: Record<string, PlainKey> = {
  kind: 'card.kind',
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
  identity_document: 'card.document',
  other_documents: 'card.otherDocuments',
  registration_address: 'card.registration',
  residence_address: 'card.residence',
  phone: 'card.phone',
  email: 'card.email',
};

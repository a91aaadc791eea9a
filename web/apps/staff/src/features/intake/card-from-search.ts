// SPDX-License-Identifier: Apache-2.0
import { toStored } from '@okno/forms-core/formats';
import type { Data } from '@okno/forms-core/schema';
import { capitalized } from '@/lib/format.ts';

const names = ['last_name', 'first_name', 'middle_name'] as const;

// What was typed to find a person nobody has met before, as the beginning of their card.
export function cardFromSearch(typed: string): Data {
  const text = typed.trim();
  if (
    !isOrganization(text) &&
    !/^ИП\s/i.test(text) &&
    /^[А-ЯЁа-яё-]+( [А-ЯЁа-яё-]+){0,2}$/.test(text.replace(/\s+/g, ' '))
  )
    return nameOf(text);
  if (isOrganization(text)) return { kind: 'legal_entity', full_name: text };
  const sole = /^ИП\s+(\S.*)$/i.exec(text)?.[1];
  if (sole) return { kind: 'entrepreneur', ...cardFromSearch(sole) };
  const digits = text.replace(/\D/g, '');
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  if (day) return { birth_date: `${day[3]}-${day[2]}-${day[1]}` };
  if (/^[\d\s()+-]+$/.test(text) && /^(\+7|8|7)/.test(text) && digits.length === 11)
    return { phone: toStored('phone', text) };
  if (/^[\d\s-]+$/.test(text) && digits.length === 11) return { snils: digits };
  if (/^[\d\s]+$/.test(text) && digits.length === 12) return { inn: digits };
  if (/^[\d\s]+$/.test(text) && digits.length === 10)
    return {
      identity_document: {
        kind: 'passport_rf',
        series: digits.slice(0, 4),
        number: digits.slice(4),
      },
    };
  return {};
}

function isOrganization(text: string) {
  return /[«"]|^(ООО|АО|ПАО|ОАО|ЗАО|НАО|АНО|НКО|ТСЖ|СНТ|МУП|ГУП|МБУ|ГБУ|МКУ|ФГУП)\s/i.test(text);
}

function nameOf(text: string): Data {
  const words = text.split(/\s+/);
  return Object.fromEntries(
    names.flatMap((name, at) => (words[at] ? [[name, capitalized(words[at])]] : [])),
  );
}

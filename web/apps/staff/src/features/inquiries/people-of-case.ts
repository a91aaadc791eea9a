// SPDX-License-Identifier: Apache-2.0
import {
  type Data,
  type Field,
  type FormSchema,
  isObject,
  namesInOrder,
  type Value,
} from '@okno/forms-core/schema';
import type { Language } from '@/lib/language.tsx';
import { itemTitleOf, labelOf } from '@/ui/schema-form/form-context.ts';

// Somebody named in an application beside the applicant: a spouse, a child.
export type PersonOfCase = { role: string; name: string; values: Data };

// Groups and rows of the answers that name a person, by the names of the applicant's card.
export function peopleOf(schema: FormSchema, form: Data, language: Language): PersonOfCase[] {
  return namesInOrder(schema).flatMap((name) => {
    const field = schema.properties?.[name];
    return field ? peopleIn(field, form[name], language) : [];
  });
}

function peopleIn(field: Field, value: Value | undefined, language: Language): PersonOfCase[] {
  const { items } = field;
  if (Array.isArray(value) && items) {
    const title = itemTitleOf(field, language) ?? labelOf(field, language);
    return value.flatMap((row, at) => personOf(row, `${title} ${at + 1}`));
  }
  return personOf(value, labelOf(field, language));
}

function personOf(value: Value | undefined, role: string): PersonOfCase[] {
  if (!isObject(value) || !value.last_name || !value.first_name) return [];
  const name = [value.last_name, value.first_name, value.middle_name].filter(Boolean).join(' ');
  return [{ role, name, values: value }];
}

// The form of a request about this person: what the card fills (x-prefill) is theirs, and empty where the application does
// not know it, so that nothing of the applicant stays.
export function filledWith(schema: Field, form: Data, person: Data): Data {
  const out = { ...form };
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const member = memberOf(field);
    const value = member === undefined ? inner(field, out[name], person) : person[member];
    if (value === undefined) delete out[name];
    else out[name] = value;
  }
  return out;
}

function inner(field: Field, value: Value | undefined, person: Data): Value | undefined {
  if (field.type !== 'object' || !field.properties) return value;
  const filled = filledWith(field, isObject(value) ? value : {}, person);
  return Object.keys(filled).length > 0 ? filled : undefined;
}

// «applicant.last_name» is «last_name»; undefined for what comes from elsewhere.
function memberOf(field: Field): string | undefined {
  const sources = [field['x-prefill'] ?? []].flat();
  return sources.find((path) => path.startsWith('applicant.'))?.slice('applicant.'.length);
}

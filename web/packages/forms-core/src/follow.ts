// SPDX-License-Identifier: Apache-2.0
// Groups that are about the applicant while an answer says so: docs/forms.md, "x-prefill-when".
import { holds } from './conditions.ts';
import { toStored } from './formats.ts';
import { type Data, type Field, isObject, type Value } from './schema.ts';

/** The groups that an answer has just made to be about the applicant, or about somebody else. */
function turning(schema: Field, before: Data, after: Data) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, group]) => {
    const condition = group['x-prefill-when'];
    if (!condition || holds(condition, before) === holds(condition, after)) return [];
    return [{ name, group, follows: holds(condition, after) }];
  });
}

/** Whether the card is wanted, because an answer was changed. */
export function turns(schema: Field, before: Data, after: Data): boolean {
  return turning(schema, before, after).length > 0;
}

/**
 * `after` with what the card says of the applicant in the groups that are about the applicant since `before`, where they
 * are empty or still have their default; and without it in those that are not any more.
 */
export function follow(schema: Field, before: Data, after: Data, card: Data): Data {
  const out = { ...after };
  for (const { name, group, follows } of turning(schema, before, after)) {
    const value = out[name];
    out[name] = filled(group, isObject(value) ? value : {}, card, follows);
  }
  return out;
}

function filled(group: Field, data: Data, card: Data, follows: boolean): Data {
  const out = { ...data };
  for (const [name, field] of Object.entries(group.properties ?? {})) {
    const known = fromCard(field, card);
    if (known === undefined) continue;
    const { default: initial } = field;
    if (follows && (isEmpty(out[name]) || out[name] === initial)) out[name] = known;
    else if (!follows && out[name] === known) {
      if (initial === undefined) delete out[name];
      else out[name] = initial;
    }
  }
  return out;
}

function isEmpty(value?: Value) {
  return value === undefined || value === null || value === '';
}

// The first text that the card has for the field, as the field keeps it.
function fromCard(field: Field, card: Data): string | undefined {
  for (const path of [field['x-prefill'] ?? []].flat()) {
    let value: Value | undefined = card;
    for (const name of path.split('.').slice(1)) value = isObject(value) ? value[name] : undefined;
    if (typeof value === 'string' && value !== '') return toStored(field.format, value);
  }
  return undefined;
}

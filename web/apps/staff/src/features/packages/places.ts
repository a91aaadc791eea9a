// SPDX-License-Identifier: Apache-2.0
import type { FieldError } from '@okno/forms-core/schema';
import type { T } from '@/lib/language.tsx';
import type { Package } from './packages.ts';

// Of a refusal's «/cases/<case>/<field>» which field of which case.
function placeOf(pointer: string) {
  const [, , application = '', field = '', ...rest] = pointer.split('/');
  return { application, field, rest };
}

// What is wrong with one case, by «text», «papers/0/title»; `mended` are the fields typed into since.
export function errorsOf(
  application: string,
  errors: FieldError[],
  mended: ReadonlySet<string>,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const { pointer, title } of errors) {
    const { application: of, field, rest } = placeOf(pointer);
    if (of !== application || mended.has(`${of}/${field}`)) continue;
    wrong[[field, ...rest].join('/')] ??= title ?? '';
  }
  return wrong;
}

const named = ['registration_number', 'decided_on', 'text', 'papers'] as const;

// «0101-26-000034, дата решения»: where the server has found something wrong.
export function nameOf(pointer: string, pack: Package, t: T) {
  const { application, field } = placeOf(pointer);
  const number = pack.items.find((one) => one.application_id === application)?.number;
  const name = named.find((one) => one === field);
  return [number ?? pack.number, name && t(`packages.outcome.${name}`)].filter(Boolean).join(', ');
}

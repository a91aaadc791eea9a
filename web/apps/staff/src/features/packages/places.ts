// SPDX-License-Identifier: Apache-2.0
import { isDay } from '@okno/forms-core/dates';
import type { FieldError } from '@okno/forms-core/schema';
import type { T } from '@/lib/language.tsx';
import type { Kind, Outcome } from './outcomes.ts';
import type { Package, PackageCase } from './packages.ts';

// Of a refusal's «/cases/<case>/<field>» which field of which case.
function placeOf(pointer: string) {
  const [, , application = '', field = '', ...rest] = pointer.split('/');
  return { application, field, rest };
}

export const outcomeFields = ['registration_number', 'decided_on', 'text', 'papers'] as const;
export type OutcomeField = (typeof outcomeFields)[number];

// Typed into since it was found wrong; `mended` has «<case>/<field>».
export function isMended(pointer: string, mended: ReadonlySet<string>) {
  const { application, field } = placeOf(pointer);
  return mended.has(`${application}/${field}`);
}

// What is wrong with one case, by «text», «papers/0/title».
export function errorsOf(application: string, errors: FieldError[]): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const { pointer, title } of errors) {
    const { application: of, field, rest } = placeOf(pointer);
    if (of === application) wrong[[field, ...rest].join('/')] ??= title ?? '';
  }
  return wrong;
}

// What a package can not be taken in without, case by case; the server judges the rest.
export function missingOf(
  items: PackageCase[],
  of: (one: PackageCase) => Outcome,
  title: string,
): { pointer: string; title: string; code: string }[] {
  return items.flatMap((one) => {
    const { kind, decided_on, text, papers = [] } = of(one);
    const isDecided = kind !== 'unconsidered';
    const untitled = papers.flatMap((paper, at) =>
      paper.title.trim() ? [] : [`papers/${at}/title`],
    );
    const missing = [
      ...(isDecided && !(decided_on && isDay(decided_on)) ? ['decided_on'] : []),
      ...(kind !== 'granted' && !text?.trim() ? ['text'] : []),
      ...(isDecided && papers.length === 0 ? ['papers'] : []),
      ...(isDecided ? untitled : []),
    ];
    return missing.map((field) => ({
      pointer: `/cases/${one.application_id}/${field}`,
      title,
      code: 'field.required',
    }));
  });
}

// As the card names them; the words are of three kinds.
export const textNames = {
  granted: 'packages.outcome.text',
  refused: 'packages.outcome.why',
  unconsidered: 'packages.outcome.whyReturned',
} as const;

export function fieldName(field: OutcomeField, kind: Kind, t: T) {
  return t(field === 'text' ? textNames[kind] : `packages.outcome.${field}`);
}

// «0101-26-000034, Дата решения»: where the server has found something wrong.
export function nameOf(pointer: string, pack: Package, t: T, of?: (one: PackageCase) => Outcome) {
  const { application, field } = placeOf(pointer);
  const one = pack.items.find(({ application_id }) => application_id === application);
  const known = outcomeFields.find((name) => name === field);
  const kind = (one && of?.(one).kind) ?? 'granted';
  const name = known && fieldName(known, kind, t);
  return [one?.number ?? pack.number, name].filter(Boolean).join(', ');
}

// The card of a case, and in it the field, both marked for this.
export function goTo(pointer: string) {
  const { application, field } = placeOf(pointer);
  const card = document.querySelector(`[data-case="${CSS.escape(application)}"]`);
  const place = card?.querySelector(`[data-field="${CSS.escape(field)}"]`);
  place?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}

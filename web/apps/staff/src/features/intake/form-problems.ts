// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import type { Data, FieldError, FormSchema } from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { today } from '@/lib/dates.ts';
import type { T } from '@/lib/language.tsx';
import type { Application } from './queries.ts';
import { representativeSchema } from './representative-schema.ts';

// What must be right in the step of the form: the service's form and who acts for the applicant. The consent is free.
export type FormParts = {
  form: Data;
  representative?: Schemas['Representative'];
};

// All of the step as one form, so that its errors have places and names. The service's form keeps its own pointers;
// the others are told apart by a first step that no form has.
export const representativePlace = '@representative';
export const consentPlace = '@consent';

export function formOf(application: Application): FormSchema {
  return application.service.form as unknown as FormSchema;
}

export function wholeSchema(application: Application, parts: FormParts, t: T): FormSchema {
  const form = formOf(application);
  return {
    ...form,
    properties: {
      ...form.properties,
      [representativePlace]: {
        ...representativeSchema(t, (parts.representative ?? {}) as Data),
        title: t('intake.representative'),
      },
      [consentPlace]: { type: 'boolean', title: t('intake.consent') },
    },
  };
}

// In the order of the screen.
export function formProblems(application: Application, parts: FormParts, t: T): FieldError[] {
  const { form, representative } = parts;
  const ofPerson = representative
    ? validate(representativeSchema(t, representative as Data), representative as Data, today())
    : [];
  return [
    ...validate(formOf(application), form, today()),
    ...ofPerson.map((error) => ({ ...error, pointer: `/${representativePlace}${error.pointer}` })),
  ];
}

// What is wrong in the applicant's card and not in the application.
export function isOfCard({ pointer }: { pointer: string }): boolean {
  return pointer.startsWith('/applicant/');
}

// The server's names of the same places.
export function placeOf(pointer: string): string {
  return pointer.replace(/^\/representative(?=\/|$)/, `/${representativePlace}`);
}

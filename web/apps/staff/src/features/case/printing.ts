// SPDX-License-Identifier: Apache-2.0
import { type Application, type ApplicationDocument, documentUrl } from './application.ts';

export type PrintForm = 'application' | 'receipt' | 'consent' | 'result_receipt' | 'refusal_notice';

// Paper bears the number, so there is none of a draft; the receipt of a result needs the result and
// names who takes it. Who is refused takes the notice, with a number or without.
export function printForms(application: Application): PrintForm[] {
  const { number, decision, status, recipient, consent } = application;
  if (status === 'refused_intake') return ['refusal_notice'];
  if (!number) return [];
  const named = recipient !== undefined || status === 'closed';
  return [
    'application',
    'receipt',
    ...(consent ? (['consent'] as const) : []),
    ...(decision && named ? (['result_receipt'] as const) : []),
  ];
}

// In a tab of its own: the browser shows the paper and prints it.
export function openPrint({ id }: Application, form: PrintForm) {
  window.open(`/api/v1/applications/${id}/print/${form}`, '_blank', 'noopener');
}

// The document of the agency as it came; the server notes in the history that it was printed.
export function openAnswer({ id }: Application, document: ApplicationDocument) {
  window.open(`${documentUrl(id, document.id)}/print`, '_blank', 'noopener');
}

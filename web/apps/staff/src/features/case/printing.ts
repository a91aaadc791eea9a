// SPDX-License-Identifier: Apache-2.0
import type { Application } from './application.ts';

export type PrintForm = 'application' | 'receipt' | 'result_receipt' | 'refusal_notice';

// Paper bears the number, so there is none of a draft; the receipt of a result needs the result. Who
// is refused takes the notice, with a number or without.
export function printForms({ number, decision, status }: Application): PrintForm[] {
  if (status === 'refused_intake') return ['refusal_notice'];
  if (!number) return [];
  return decision ? ['application', 'receipt', 'result_receipt'] : ['application', 'receipt'];
}

// In a tab of its own: the browser shows the paper and prints it.
export function openPrint({ id }: Application, form: PrintForm) {
  window.open(`/api/v1/applications/${id}/print/${form}`, '_blank', 'noopener');
}

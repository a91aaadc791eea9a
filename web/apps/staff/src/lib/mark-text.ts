// SPDX-License-Identifier: Apache-2.0
import type { T } from '@/lib/language.tsx';

type Mark = { form?: string; sheets?: number; copies?: number };

// «подлинник, 2 листа, 1 экз.»
export function markText({ form, sheets, copies }: Mark, t: T) {
  const known = documentForms.find((one) => one === form);
  return [
    known && t(`case.item.form.${known}`),
    sheets ? t('case.item.sheets', { count: sheets }) : undefined,
    copies ? t('case.item.copies', { count: copies }) : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

const documentForms = ['original', 'copy', 'original_and_copy', 'electronic'] as const;

// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';

// Puts the focus, when the form is first shown, into the first field that is still empty, else into the first one: whoever
// came to fill it need not walk there.
export function useFirstField() {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll('input, textarea') ?? [])].filter(isTyped);
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
  }, []);
  return form;
}

function isTyped(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLTextAreaElement) return !field.disabled && !field.readOnly;
  if (!(field instanceof HTMLInputElement) || field.disabled) return false;
  return !['hidden', 'radio', 'checkbox', 'file'].includes(field.type);
}

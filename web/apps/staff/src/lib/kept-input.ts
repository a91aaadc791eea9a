// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'react';
import { forgetWithUnsaved } from './unsaved-text.ts';

const kept = new Map<string, unknown>();
forgetWithUnsaved(forgetKept);

// Before another person may sit down at this page.
export function forgetKept() {
  kept.clear();
}

export function recall<Value>(name: string): Value | undefined {
  return kept.get(name) as Value | undefined;
}

export function remember(name: string, value: unknown) {
  kept.set(name, value);
}

// State of a dialog that outlives its closing: Esc by mistake loses nothing. In the memory of this page alone (it may be
// personal data) until somebody signs out or in. A name that has the version of its case ends with the step it is for.
export function useKeptInput<Value>(name: string, first: () => Value) {
  const [value, setValue] = useState<Value>(() =>
    kept.has(name) ? (kept.get(name) as Value) : first(),
  );
  const keep = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setValue((before) => {
        const now = typeof next === 'function' ? (next as (before: Value) => Value)(before) : next;
        kept.set(name, now);
        return now;
      }),
    [name],
  );
  return [value, keep] as const;
}

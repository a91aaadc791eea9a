// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';

// What is chosen in a list below the box it is searched with. Enter takes the first as long as no arrow was pressed, so
// that one is marked beforehand (`next`); it is also the one that the first arrow down chooses, as everywhere else.
export function useListWalk(count: number) {
  const [at, setAt] = useState<number>();
  const chosen = at === undefined || count === 0 ? undefined : Math.min(at, count - 1);
  return {
    chosen,
    // What Enter takes.
    next: chosen ?? 0,
    // The list is of other words now.
    begin: () => setAt(undefined),
    // True when the key is one that walks; up from the first goes back to the box.
    walk: (key: string): boolean => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step === undefined) return false;
      const to = (chosen ?? -1) + step;
      setAt(to < 0 ? undefined : Math.min(to, Math.max(0, count - 1)));
      return true;
    },
  };
}

// How a line of the list says it in its attributes, which the styles know.
export function markOf(index: number, { chosen, next }: { chosen?: number; next: number }) {
  return {
    'data-selected': index === chosen || undefined,
    'data-next': (index === next && chosen === undefined) || undefined,
  };
}

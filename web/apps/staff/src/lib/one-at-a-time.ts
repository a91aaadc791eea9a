// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react';

// A double click is one: what began is not begun again until `again` says that it has failed. The screen learns of a
// request under way only with its next drawing, which is later than the second click.
export function useOneAtATime() {
  const busy = useRef(false);
  return (begin: (again: () => void) => void) => {
    if (busy.current) return;
    busy.current = true;
    begin(() => {
      busy.current = false;
    });
  };
}

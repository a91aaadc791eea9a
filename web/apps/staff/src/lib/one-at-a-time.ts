// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';

// A double click is one: what has begun is not begun again unless it fails. The screen learns of a request under way only
// with its next drawing, which is later than the second click. `done` is for whom is still here; why it failed is said by
// the request itself, which keeps its error.
export function useOneAtATime() {
  const busy = useRef(false);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return <Answer>(begin: () => Promise<Answer>, done: (answer: Answer) => void) => {
    if (busy.current) return;
    busy.current = true;
    begin().then(
      (answer) => isHere.current && done(answer),
      () => {
        busy.current = false;
      },
    );
  };
}

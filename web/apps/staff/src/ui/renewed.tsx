// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';

type Place = { id: string; caret: number | null };

// Fields keep what is typed to themselves while they are in use, so they are made anew when somebody else has changed what
// they show (`by`). Who is in one of them goes on in the same place: no letter falls beside it.
export function Renewed({ by, children }: { by: number; children: ReactNode }) {
  const known = useRef(by);
  const left = useRef<Place>(undefined);
  if (known.current !== by) {
    known.current = by;
    left.current = placeNow();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields have just been made anew
  useLayoutEffect(() => {
    if (left.current) goTo(left.current);
    left.current = undefined;
  }, [by]);
  return <Fragment key={by}>{children}</Fragment>;
}

function placeNow(): Place | undefined {
  const element = document.activeElement;
  if (!element?.id) return undefined;
  return { id: element.id, caret: isText(element) ? element.selectionStart : null };
}

function goTo({ id, caret }: Place) {
  const element = document.getElementById(id);
  if (!element || element === document.activeElement) return;
  element.focus();
  if (isText(element) && caret !== null) element.setSelectionRange(caret, caret);
}

function isText(element: Element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

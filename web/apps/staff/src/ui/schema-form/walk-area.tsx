// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, type Ref, useRef } from 'react';
import { walk } from './walk.ts';

type WalkAreaProps = { hidden?: boolean; ref?: Ref<HTMLDivElement>; children: ReactNode };

// Forms, marks and the button that leads on, walked through by Enter as one.
export function WalkArea({ hidden, ref, children }: WalkAreaProps) {
  const own = useRef<HTMLDivElement>(null);
  return (
    <div hidden={hidden} ref={ref}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter walks through the fields inside */}
      <div ref={own} data-walk onKeyDown={(event) => walk(event, own.current)}>
        {children}
      </div>
    </div>
  );
}

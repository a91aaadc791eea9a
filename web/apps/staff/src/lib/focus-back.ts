// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

// Of what a key has opened over the page: whoever was typing goes on in the same field.
export function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => (before as HTMLElement | null)?.focus?.(), [before]);
}

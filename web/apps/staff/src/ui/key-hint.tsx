// SPDX-License-Identifier: Apache-2.0
import { Kbd } from '@mantine/core';

// The key of a button, for the eye; what listens reads `aria-keyshortcuts`.
export function KeyHint({ keys }: { keys: string }) {
  return (
    <Kbd size="xs" aria-hidden>
      {keys}
    </Kbd>
  );
}
